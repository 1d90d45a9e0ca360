/**
 * Finds tables in plain text, only where they are plain to see: lines one under another whose parts are set off by tabs,
 * by bars, or by gaps of two spaces or more that stand in the same places on every line. Anything less stays lines.
 */
export type TextTable = {
  /** Index of the first line. */
  readonly first: number;
  /** One entry per line of the text, blank where a column is empty; null for a rule drawn between rows. */
  readonly rows: readonly (readonly string[] | null)[];
};

const number = /^[£]?[<>≤≥~*]?\s*\d[\d,. ]*%?[*]*$|^[-–—*]$|^(?:nil|none|n\/a)$/i;
const rule = /^[\s|+:=_-]*[-=_]{3}[\s|+:=_-]*$/;

export function findTables(lines: readonly string[]): TextTable[] {
  const tables: TextTable[] = [];
  let first = 0;
  while (first < lines.length) {
    let end = first;
    while ((lines[end] ?? '').trim() !== '') end++;
    if (end - first >= 2) tables.push(...tablesOf(lines.slice(first, end), first));
    first = end + 1;
  }
  return tables;
}

/** A block may open with lines of prose, or close with them; the longest stretch in columns is the table. */
function tablesOf(block: readonly string[], offset: number): TextTable[] {
  for (const split of [byTab, byBar]) {
    const found = stretch(block, (line) => rule.test(line) || split(line).length >= 2);
    if (found === null) continue;
    const stretched = block.slice(found.from, found.to);
    const rows = stretched.map((line) => (rule.test(line) ? null : split(line)));
    if (isTable(rows)) return [{ first: offset + found.from, rows }];
  }
  const found = stretch(block, (line) => rule.test(line) || / {2,}\S/.test(line.trimStart()));
  const rows = found === null ? null : byGaps(block.slice(found.from, found.to));
  if (found !== null && rows !== null && isTable(rows)) return [{ first: offset + found.from, rows }];
  const headed = underYears(block);
  return headed === null ? [] : [{ first: offset + headed.first, rows: headed.rows }];
}

const year = /^(?:fy)?(?:19|20)\d{2}[/-](?:\d{2}|(?:19|20)\d{2})$|^(?:19|20)\d{2}$/i;

/**
 * A heading that ends in years, and lines that end in as many numbers: `Offence 2018/19 2019/20` over `71/17 Sexual
 * communication with a child 28 31`, where no gap runs down between the columns.
 */
function underYears(block: readonly string[]): TextTable | null {
  for (const [first, head] of block.entries()) {
    const words = head.trim().split(/\s+/);
    const years = words.length - 1 - words.findLastIndex((word) => !year.test(word));
    if (years < 2 || words.length > 12) continue;
    const cut = (line: string): string[] | null => {
      const parts = line.trim().split(/\s+/);
      const numbers = parts.slice(-years);
      const label = parts.slice(0, -years).join(' ');
      return numbers.every((one) => number.test(one)) && /\p{L}|\d/u.test(label) ? [label, ...numbers] : null;
    };
    const rows: (string[] | null)[] = [[words.slice(0, -years).join(' '), ...words.slice(-years)]];
    for (const line of block.slice(first + 1)) {
      const row = rule.test(line) ? null : cut(line);
      if (row === null && !rule.test(line)) break;
      rows.push(row);
    }
    if (rows.filter((row) => row !== null).length > 2) return { first, rows };
  }
  return null;
}

function stretch(
  block: readonly string[],
  fits: (line: string) => boolean,
): { from: number; to: number } | null {
  const from = block.findIndex(fits);
  if (from === -1) return null;
  let to = from;
  while (to < block.length && fits(block[to] ?? '')) to++;
  return to - from >= 2 ? { from, to } : null;
}

function byTab(line: string): string[] {
  return line.split('\t');
}

function byBar(line: string): string[] {
  if (!line.includes('|')) return [line];
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
}

/** Columns stand where on every line but the rules there is text, and between them two blanks on every line. */
function byGaps(lines: readonly string[]): (string[] | null)[] | null {
  const width = Math.max(...lines.map((line) => line.length));
  const filled = new Uint8Array(width + 2);
  const texts = lines.filter((line) => !rule.test(line));
  for (const line of texts) {
    for (let at = 0; at < line.length; at++) if (line[at] !== ' ') filled[at] = 1;
  }
  const starts: number[] = [];
  for (let at = 0; at < width; at++) {
    if (filled[at] === 1 && !filled[at - 1] && (starts.length === 0 || !filled[at - 2])) starts.push(at);
  }
  if (starts.length < 2 || texts.some((line) => line.includes('\t'))) return null;
  const rows = lines.map((line) =>
    rule.test(line) ? null : starts.map((start, n) => line.slice(n === 0 ? 0 : start, starts[n + 1]).trim()),
  );
  // A gap inside a column: the heading above stands closer than the numbers below, and where to cut is not plain.
  return rows.some((row) => row?.some((field) => / {2,}/.test(field))) ? null : rows;
}

/** At least two rows of two filled columns, with a number beside a label; numbers alone say nothing of what they count. */
function isTable(rows: readonly (readonly string[] | null)[]): boolean {
  const texts = rows.filter((row) => row !== null);
  const wide = texts.filter((row) => row.filter((field) => field.trim() !== '').length >= 2);
  const counted = wide.filter((row) => row.slice(1).some((field) => number.test(field.trim())));
  const isLabelled = wide.some((row) => /\p{L}/u.test(row[0] ?? ''));
  return isLabelled && wide.length >= 2 && wide.length >= texts.length * 0.6 && counted.length >= 1;
}
