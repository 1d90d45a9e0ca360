/** What `accuracy` says in words. Every figure stands with its interval, and with what it was made from. */
import type { Estimate } from '#audit/estimate.ts';
import type { AccuracyReport } from './accuracy-reviewed.ts';

export function accuracyLines({ name, accuracy, reviewed, next, steps }: AccuracyReport): readonly string[] {
  const lines = [
    `${name}: ${accuracy.read} of ${accuracy.records} records read. For use in the force; intervals are of 95 %.`,
    '',
    `Completeness of the flag  ${share(accuracy.completeness)}  of the records committed online bear it`,
    `Correctness of the flag   ${share(accuracy.correctness)}  of the records that bear it were committed online`,
    '',
    `Committed online          ${number(accuracy.online)}`,
    `  without the flag        ${number(accuracy.missed)}`,
    `    left by the rules     ${number(accuracy.leftByRules)}  where the rules say "no flag": still missed after acting on them`,
    `    elusion               ${share(accuracy.elusion)}  of the records without flag that the rules leave alone`,
    `Flagged and not online    ${number(accuracy.unsupported)}`,
  ];
  if (reviewed.passedOver > 0) {
    lines.push(
      '',
      `${reviewed.passedOver} records were passed over before others of their stratum were read. They count as either; read them.`,
    );
  }
  if (reviewed.unread > 0) lines.push('', `${reviewed.unread} records of the sample are still unread.`);
  if (next.length > 0) {
    lines.push('', 'To narrow the interval of completeness most, read next:');
    for (const { stratum, more, from, to } of next) {
      lines.push(`  ${more} more of ${stratum}: from ${points(from)} to about ${points(to)} points wide`);
    }
  }
  if (steps.length > 0) {
    lines.push('', 'Confidence against what the readers said (the rules stay as they are):');
    for (const { from, share: stood } of steps) {
      lines.push(`  from ${from.toFixed(2)} on: ${(stood * 100).toFixed(0)} % of the decisions stood`);
    }
  }
  return lines;
}

function share({ value, low, high }: Estimate): string {
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  return `${value === null ? 'not known' : percent(value)} (${percent(low)} to ${percent(high)})`;
}

function number({ value, low, high }: Estimate): string {
  const whole = (part: number) => Math.round(part).toLocaleString('en-GB');
  // Bounds are rounded outwards: an interval may be told too wide, never too narrow.
  const range = `${Math.floor(low + 1e-9).toLocaleString('en-GB')} to ${Math.ceil(high - 1e-9).toLocaleString('en-GB')}`;
  return `${value === null ? 'not known' : whole(value)} (${range})`;
}

function points(width: number): string {
  return (width * 100).toFixed(1);
}
