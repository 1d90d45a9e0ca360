/** `protect`: withholds of a table of counts what must be, and proves that the rest gives nothing away. */
import { Refusal } from '#finding/refusal.ts';
import type { PerturbSummary } from '#work/perturb-cells.ts';
import type { Command } from './command.ts';
import { argumentsOf, secondsOf } from './command.ts';

export const protect: Command = {
  name: 'protect',
  usage:
    'CELLS.csv --spec SPEC.json --out PATTERN.csv [--earlier PATTERN.csv] [--key FILE] [--seconds N] [--json]',
  summary:
    'Withholds as little of a table as keeps its small counts from being worked out, and audits the result.',
  async run(args, { terminal }) {
    const { values, positionals } = argumentsOf(
      protect,
      args,
      {
        spec: { type: 'string' },
        earlier: { type: 'string', multiple: true, default: [] },
        out: { type: 'string' },
        key: { type: 'string' },
        seconds: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      { least: 1, most: 1 },
    );
    const [cells = ''] = positionals;
    if (typeof values.spec !== 'string' || typeof values.out !== 'string') {
      throw new Refusal('bad-use', `Two paths are not given. Write: cyberflag protect ${protect.usage}`);
    }
    const { perturbCells } = await import('#work/perturb-cells.ts');
    const perturbed = await perturbCells({
      cells,
      spec: values.spec,
      out: values.out,
      key: values.key ?? null,
      earlier: values.earlier ?? [],
    });
    if (perturbed !== null) {
      terminal.say(values.json === true ? JSON.stringify(perturbed, null, 1) : wordsOf(perturbed));
      return 0;
    }
    const { protectCells } = await import('#work/protect-cells.ts');
    const summary = await protectCells({
      cells,
      spec: values.spec,
      earlier: values.earlier ?? [],
      out: values.out,
      seconds: secondsOf(values.seconds),
      progress: terminal.progress,
    });
    terminal.progress('');
    if (values.json === true) {
      terminal.say(JSON.stringify(summary, null, 1));
      return 0;
    }
    const { audit } = summary;
    terminal.say(
      `${summary.cells} cells: ${summary.primary} unsafe, ${summary.secondary} more withheld (they add up to ${summary.secondaryTotal}).`,
    );
    terminal.say(
      summary.gap === null
        ? 'How much less could be withheld was not worked out.'
        : `No safe pattern costs more than ${(summary.gap * 100).toFixed(1)}% less.`,
    );
    terminal.say(
      `Audit: nothing worked out exactly, no unsafe cell more closely than asked; the tightest range holds ${audit.tightest ?? 'no'} values.`,
    );
    if (audit.setAside > 0) {
      terminal.say(
        `${audit.setAside} unsafe cells are partly given away by the shape of the table, whatever is withheld.`,
      );
    }
    if (summary.isCutShort) {
      terminal.say(
        'The time limit ended the search: the pattern is safe, but another run may find another one.',
      );
    }
    return 0;
  },
};

function wordsOf({ done, reason, check }: PerturbSummary): string {
  const sums =
    check.brokenSums === 0
      ? 'All sums hold.'
      : `${check.brokenSums} of ${check.sums} sums do not hold, the worst by ${check.widestGap}.`;
  const beyond = (check.beyondBase ?? 0) === 0 ? '' : ` ${check.beyondBase} are changed by the base or more.`;
  return [
    `${check.cells} cells ${done}. Reason: ${reason}`,
    `${check.changed} changed, by at most ${check.largestChange}. ${sums}${beyond}`,
  ].join('\n');
}
