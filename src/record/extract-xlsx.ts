/**
 * The rows of one sheet of a workbook as text, in a stream. A number stays as it is stored; the days among them are made by whoever
 * knows which column holds days. Shared texts are kept as bytes, since a year of narratives is among them.
 */
import { Refusal } from '#finding/refusal.ts';
import { type SharedTexts, textsOf } from './extract-xlsx-texts.ts';
import type { ZipFile } from './extract-zip.ts';

export type SheetRow = {
  /** Row number as the workbook shows it. */
  readonly row: number;
  readonly cells: readonly string[];
  /** True where the cell holds a number, which may be a day. */
  readonly numbers: readonly boolean[];
};

export type Sheet = { readonly name: string; readonly part: string };

export type Workbook = {
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  readonly rows: (sheet: Sheet) => AsyncGenerator<SheetRow>;
};

const MOST_COLUMNS = 16_384;
const LONGEST_ROW = 64_000_000;

export async function openWorkbook(zip: ZipFile): Promise<Workbook> {
  const book = await zip.text('xl/workbook.xml');
  const relations = await zip.text('xl/_rels/workbook.xml.rels');
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, facts = '']) => [
      attribute(facts, 'Id'),
      attribute(facts, 'Target'),
    ]),
  );
  const sheets = [...book.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].flatMap(([, facts = '']) => {
    const target = targets.get(attribute(facts, 'r:id') || attribute(facts, 'id'));
    if (target === undefined || attribute(facts, 'state').includes('idden')) return [];
    return [{ name: unescaped(attribute(facts, 'name')), part: partOf(target) }];
  });
  const hasTexts = zip.names.some((name) => name.toLowerCase() === 'xl/sharedstrings.xml');
  let texts: Promise<SharedTexts> | null = null;
  return {
    sheets,
    from1904: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(book),
    async *rows(sheet) {
      texts ??= hasTexts ? textsOf(zip.stream('xl/sharedStrings.xml')) : Promise.resolve(() => '');
      yield* rowsOf(zip.stream(sheet.part), await texts);
    },
  };
}

async function* rowsOf(stream: AsyncGenerator<Buffer>, texts: SharedTexts): AsyncGenerator<SheetRow> {
  const decoder = new TextDecoder('utf-8');
  let held = '';
  let row = 0;
  for await (const chunk of stream) {
    held += decoder.decode(chunk, { stream: true });
    let used = 0;
    for (const found of held.matchAll(ROW)) {
      used = found.index + found[0].length;
      row = Number(attribute(found[1] ?? '', 'r')) || row + 1;
      yield { row, ...cellsOf(found[2] ?? '', texts) };
    }
    held = held.slice(used);
    if (held.length > LONGEST_ROW) {
      throw new Refusal(
        'bad-use',
        `Row ${row + 1} of the sheet is longer than any record. Nothing was checked.`,
      );
    }
  }
}

const ROW = /<(?:\w+:)?row\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/;
const TEXT = /<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t>/g;

function cellsOf(xml: string, texts: SharedTexts) {
  const cells: string[] = [];
  const numbers: boolean[] = [];
  for (const [, facts = '', inside = ''] of xml.matchAll(CELL)) {
    const place = columnOf(attribute(facts, 'r'));
    const column = place < 0 ? cells.length : place;
    if (column >= MOST_COLUMNS) continue;
    while (cells.length < column) {
      cells.push('');
      numbers.push(false);
    }
    const type = attribute(facts, 't');
    const value = VALUE.exec(inside)?.[1] ?? '';
    cells[column] =
      type === 's'
        ? texts(Number(value))
        : type === 'inlineStr'
          ? [...inside.matchAll(TEXT)].map(([, text = '']) => unescaped(text)).join('')
          : unescaped(value);
    numbers[column] = (type === '' || type === 'n') && value !== '';
  }
  return { cells, numbers };
}

function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

function attribute(facts: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(facts)?.slice(1).join('') ?? '';
}

function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text that stands for itself behind the escapes of XML, and behind those by which workbooks write control characters. */
export function unescaped(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text;
  return text
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? all;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return point > 0x10ffff ? all : String.fromCodePoint(point);
    })
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
