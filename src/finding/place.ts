/**
 * Where a finding stands, in words: `Annex A.xlsx#Q1 Offences!C4` is `"Annex A.xlsx", sheet "Q1 Offences", cell C4`.
 * A form of place that is not known here is quoted as it is, never dropped: the reader must be able to go and look.
 */
export function placeInWords(at: string): string {
  const hash = at.lastIndexOf('#');
  if (hash < 0) return at === '' ? 'The return' : quoted(at);
  const file = quoted(at.slice(0, hash));
  const inside = at.slice(hash + 1);
  if (inside === '') return file;
  return `${file}, ${insideFile(inside, WORKBOOK.test(file))}`;
}

const WORKBOOK = /\.(xlsx|xlsm|xlsb|xls|ods)"$/i;

function insideFile(inside: string, isWorkbook: boolean): string {
  const mark = inside.lastIndexOf('!');
  if (mark > 0) return `sheet ${quoted(inside.slice(0, mark))}, ${insideSheet(inside.slice(mark + 1))}`;
  if (isWorkbook) return `sheet ${quoted(inside)}`;
  return PARTS[inside] ?? beside(inside) ?? insideSheet(inside);
}

const PARTS: Readonly<Record<string, string>> = {
  title: 'the title',
  subject: 'the subject',
  from: 'the sender',
  date: 'the date',
  header: 'the page header',
  footer: 'the page footer',
};

/** Text between paragraphs, and notes below them. */
function beside(inside: string): string | null {
  const [, paragraph, text] = inside.match(/^p(\d+)\+(\d+)$/) ?? [];
  if (paragraph !== undefined) return `text ${text} after paragraph ${paragraph}`;
  const [, kind, note] = inside.match(/^(footnote|endnote)(\d+)$/) ?? [];
  return kind === undefined ? null : `${kind} ${note}`;
}

function insideSheet(inside: string): string {
  // A number that was added up from several cells names them all: `B4,B7`.
  const places = inside.split(',');
  if (places.length > 1) return places.map(insideSheet).join(' and ');
  const parts = inside.match(/^(?:page(\d+))?(?:([tpl])(\d+))?(?:r(\d+))?(?:c(\d+))?$/);
  if (parts !== null && inside !== '') return numbered(parts);
  const range = inside.match(/^([A-Z]{1,3}\d+):([A-Z]{1,3}\d+)$/);
  if (range !== null) return `cells ${range[1]} to ${range[2]}`;
  if (/^[A-Z]{1,3}\d+$/.test(inside)) return `cell ${inside}`;
  if (/^[A-Z]{1,3}(:[A-Z]{1,3})?$/.test(inside)) return `column ${inside.replace(':', ' to ')}`;
  if (/^\d+(:\d+)?$/.test(inside)) return `row ${inside.replace(':', ' to ')}`;
  return quoted(inside);
}

const THINGS: Readonly<Record<string, string>> = { t: 'table', p: 'paragraph', l: 'line' };

function numbered(parts: RegExpMatchArray): string {
  const [, page, thing, number, row, column] = parts;
  const words: string[] = [];
  if (page !== undefined) words.push(`page ${page}`);
  if (thing !== undefined) words.push(`${THINGS[thing]} ${number}`);
  if (row !== undefined) words.push(`row ${row}`);
  if (column !== undefined) words.push(`column ${column}`);
  return words.join(', ');
}

function quoted(text: string): string {
  return `"${text}"`;
}
