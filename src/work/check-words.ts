/** What `check` says in words: the columns it took, the rows it set aside, and the counts of the whole. Never a word of a record. */
import type { Collected, SetAside } from '#audit/collect.ts';
import type { CountRow } from '#audit/counts.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import { type Columns, recordFields } from '#record/extract-columns.ts';
import { type Extract, isTextExtract } from '#record/extract-open.ts';

export function columnLines(extract: Extract, { names, found }: Columns): readonly string[] {
  const kind = isTextExtract(extract)
    ? `${extract.type}, ${extract.isSettled ? extract.encoding : 'plain ASCII as far as it was looked at'}`
    : extract.type;
  const width = Math.max(...recordFields.map((field) => field.length));
  return [
    `"${extract.name}" (${kind}): ${names.length} columns.`,
    ...recordFields.map((field) => {
      const column = found.get(field);
      const said =
        column === undefined
          ? (NOT_FOUND[field] ?? 'not there')
          : `${column.columns.map((at) => `"${names[at]}"`).join(' and ')} (${column.how})`;
      return `  ${field.padEnd(width)}  ${said}`;
    }),
  ];
}

const NOT_FOUND: Readonly<Record<string, string>> = {
  'victim-age': 'not there: the age is known only from a date of birth, or not at all',
  'online-flag': 'not there',
  flags: 'not there',
  station: 'not there: no counts by station',
};

export function findingOf({ row, fault, found }: SetAside, extract: Extract): Finding {
  const at = `${extract.name}#${row}`;
  switch (fault) {
    case 'reference':
      return finding('row-unnamed', at);
    case 'date':
      return finding('row-undated', at);
    case 'repeat':
      return finding('row-repeated', at);
    case 'narrative':
      return finding('row-too-long', at);
    case 'cells':
    case 'cut':
      return finding('row-broken', at, {
        reason: fault,
        ...(found > 0 ? { found, expected: extract.names.length } : {}),
      });
    default:
      return finding('row-broken', at, { reason: fault });
  }
}

export function summaryLines(
  extract: Extract,
  columns: Columns,
  collected: Collected,
  rows: readonly CountRow[],
): readonly string[] {
  const number = (value: number) => value.toLocaleString('en-GB').padStart(11);
  const all = (scope: CountRow['scope']) => rows.find((row) => row.by === 'all' && row.scope === scope);
  const lines = [
    `${extract.name}: for use in the force. Small numbers stand as they are; nothing here is fit to publish.`,
    `${number(collected.rows)}  rows`,
    `${number(collected.records)}  records read`,
    `${number(collected.setAside)}  rows set aside${collected.setAside === 0 ? '' : ` (${reasons(collected)})`}`,
  ];
  for (const [scope, title] of SCOPES) {
    const row = all(scope);
    if (row === undefined) continue;
    lines.push('', `${number(row.records)}  ${title}`);
    const { standings } = row;
    const isChecked = Object.values(standings).some((count) => count > 0);
    if (!isChecked) continue;
    const isGiven = columns.found.has('flags') || columns.found.has('online-flag');
    if (isGiven) lines.push(`${number(row.flagged)}    bear the flag`);
    for (const [standing, said] of STANDINGS) {
      if (standings[standing] > 0 || (isGiven && ALWAYS.has(standing)))
        lines.push(`${number(standings[standing])}    ${said}`);
    }
  }
  return lines;
}

const SCOPES = [
  ['in', 'in scope: sexual and image offences against a child'],
  ['perhaps', 'perhaps in scope: the age of the victim or the offence is not known, which is not "no child"'],
  ['out', 'out of scope'],
] as const;

const STANDINGS = [
  ['supported', 'flag supported by the record'],
  ['missed', 'flag missed: the record says online and bears no flag'],
  ['unsupported', 'flag unsupported: the record says the offence was not online'],
  ['review', 'for a person to read'],
  ['clear', 'no flag, and none due'],
  ['flag-not-known', 'decided, but the extract does not say whether the flag is set'],
  [
    'before-april-2015',
    'recorded before the flag came into use in April 2015: never missed, and in no count above',
  ],
] as const;

const ALWAYS = new Set<string>(['supported', 'missed', 'unsupported', 'review']);

const REASONS: Readonly<Record<string, string>> = {
  cells: 'cells missing or too many',
  quotes: 'quotation marks',
  cut: 'cut short',
  bytes: 'bytes that are no letters',
  json: 'no JSON object',
  reference: 'no reference',
  date: 'no day of recording',
  narrative: 'narrative too long',
  repeat: 'reference repeated',
};

function reasons({ setAsideBy }: Collected): string {
  return [...setAsideBy]
    .sort(([, a], [, b]) => b - a)
    .map(([fault, count]) => `${REASONS[fault] ?? fault} ${count.toLocaleString('en-GB')}`)
    .join(', ');
}

/** A line of CSV; a text that a spreadsheet would take for a formula is kept a text. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
