/** `audit-table`: attacks a pattern as an outsider would, and says what can be worked out. */
import { Refusal } from '#finding/refusal.ts';
import type { AuditSummary } from '#work/protect-cells.ts';
import type { Command } from './command.ts';
import { argumentsOf } from './command.ts';

const NOT_SAFE = 3;

export const auditTable: Command = {
  name: 'audit-table',
  usage: 'PATTERN.csv --spec SPEC.json [--earlier PATTERN.csv] [--full] [--json]',
  summary: 'Works out of a protected table what an outsider can, and says whether it is safe.',
  async run(args, { terminal }) {
    const { values, positionals } = argumentsOf(
      auditTable,
      args,
      {
        spec: { type: 'string' },
        earlier: { type: 'string', multiple: true, default: [] },
        full: { type: 'boolean' },
        json: { type: 'boolean', default: false },
      },
      { least: 1, most: 1 },
    );
    const [pattern = ''] = positionals;
    if (typeof values.spec !== 'string') {
      throw new Refusal('bad-use', 'The specification is not given. Add --spec and the path of its file.');
    }
    const { auditCells } = await import('#work/protect-cells.ts');
    const { summary, failing, ranges } = await auditCells({
      pattern,
      spec: values.spec,
      earlier: values.earlier ?? [],
      isFull: values.full === true ? true : null,
    });
    if (values.json === true) {
      terminal.say(JSON.stringify({ ...summary, failing, ranges }, null, 1));
    } else {
      terminal.say(verdict(summary, failing));
      terminal.say(
        `${summary.withheld} cells withheld: ${summary.exactlyDisclosed} worked out exactly, ${summary.notCovering} more closely than asked, ` +
          `${summary.unsafePublished} unsafe but published, ${summary.undecided} not decided, ${summary.setAside} partly given away by the shape of the table.`,
      );
    }
    return summary.isSafe ? 0 : NOT_SAFE;
  },
};

function verdict(
  { isSafe, exactlyDisclosed, notCovering, unsafePublished, undecided }: AuditSummary,
  failing: readonly string[],
): string {
  if (isSafe) return 'Safe.';
  const isFound = exactlyDisclosed + notCovering + unsafePublished > 0 || undecided === 0;
  const which = `${failing.length} cells, the first ${failing[0] ?? 'none'}.`;
  return isFound
    ? `Not safe: ${which}`
    : `Not decided in the time a pattern is given: ${which} Do not publish it. \`protect\` decides of its own patterns.`;
}
