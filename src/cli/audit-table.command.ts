/** `audit-table`: attacks a pattern as an outsider would, and says what can be worked out. */
import { Refusal } from '#finding/refusal.ts';
import type { AuditSummary } from '#work/protect-cells.ts';
import type { Command } from './command.ts';
import { argumentsOf, secondsOf } from './command.ts';

const NOT_SAFE = 3;

export const auditTable: Command = {
  name: 'audit-table',
  usage: 'PATTERN.csv --spec SPEC.json [--earlier PATTERN.csv] [--full] [--seconds N] [--json]',
  summary: 'Works out of a protected table what an outsider can, and says whether it is safe.',
  async run(args, { terminal }) {
    const { values, positionals } = argumentsOf(
      auditTable,
      args,
      {
        spec: { type: 'string' },
        earlier: { type: 'string', multiple: true, default: [] },
        full: { type: 'boolean' },
        seconds: { type: 'string' },
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
      seconds: secondsOf(values.seconds),
    });
    if (values.json === true) {
      terminal.say(JSON.stringify({ ...summary, failing, ranges }, null, 1));
    } else {
      terminal.say(verdict(summary, failing));
      terminal.say(
        `${summary.withheld} cells withheld: ${summary.exactlyDisclosed} worked out exactly, ${summary.notCovering} more closely than asked, ` +
          `${summary.unsafePublished} unsafe but published, ${summary.undecided} not decided, ${summary.setAside} partly given away by the shape of the table.`,
      );
      if (summary.undecided > 0) terminal.say(whatIsOpen(summary));
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
    : `Not decided in the time a pattern is given: ${which} Do not publish it. Give more --seconds; \`protect\` decides of its own patterns.`;
}

/** What "not decided" means here: a linear attack that narrows nothing is not yet a proof in whole numbers. */
function whatIsOpen({
  exactlyDisclosed,
  notCovering,
  unsafePublished,
  undecided,
  wideInFractions,
}: AuditSummary): string {
  const why =
    exactlyDisclosed + notCovering + unsafePublished > 0
      ? 'The pattern fails, so the cells that are not decided were not proved to the end.'
      : 'That no whole numbers narrow the cells that are not decided is not proved.';
  const rest = undecided - wideInFractions;
  const wide = wideInFractions > 0 ? ` Linear programmes narrow none of ${wideInFractions} of them.` : '';
  return `${why}${wide}${rest > 0 ? ` ${rest} were not looked at so far.` : ''}`;
}
