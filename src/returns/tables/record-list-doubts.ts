/** What a list of one row per crime leaves in doubt: columns that may be answers and are not read, and keys that come twice. */
import { finding } from '#finding/catalogue.ts';
import type { Cell } from '../document.ts';
import { type Stated, toldOnly } from '../stated.ts';
import { readLabel } from '../words/label.ts';
import type { Dimension, Lexicon } from '../words/lexicon.ts';
import type { Context } from './context.ts';
import type { Grid } from './grid.ts';
import type { Column, Head } from './record-list-head.ts';

/** A column of words without a heading may be what was asked for, and is not read. */
export function untitled(grid: Grid, rows: readonly number[], columns: readonly Column[]): readonly Stated[] {
  const titled = new Set(columns.map(({ col }) => col));
  const texts = new Map<number, Cell[]>();
  for (const cell of rows.flatMap((row) => grid.row(row)))
    if (!titled.has(cell.col) && /\p{L}|\d/u.test(cell.text))
      texts.set(cell.col, [...(texts.get(cell.col) ?? []), cell]);
  return [...texts.values()].flatMap(([first, ...others]) =>
    first === undefined || others.length + 1 < rows.length / 2
      ? []
      : [
          notRead(first.at, first.text, {
            code: 'unknown-category',
            facts: { label: first.text, nearest: [] },
          }),
        ],
  );
}

/**
 * A column that holds ages, sexes or platforms under a heading that says nothing of the kind, where no other column tells
 * them and they were asked for: a heading that was mistyped must not lose them without a word.
 */
export function misheaded(
  grid: Grid,
  head: Head,
  rows: readonly number[],
  context: Context,
  lexicon: Lexicon,
): readonly Stated[] {
  const reads: Readonly<Partial<Record<Dimension, (text: string) => unknown>>> = {
    age: lexicon.ageOf,
    sex: lexicon.sexOf,
    platform: (text) => readLabel(text, lexicon).platform,
  };
  const asked = new Set(context.measures.flatMap(({ breakdowns }) => breakdowns));
  return (Object.keys(reads) as Dimension[]).flatMap((dimension) => {
    if (!asked.has(dimension) || head.columns.some(({ about }) => about === dimension)) return [];
    return head.columns.flatMap((column) => {
      if (column.about !== 'other') return [];
      const texts = rows
        .map((row) => grid.at(row, column.col)?.text.trim() ?? '')
        .filter((text) => text !== '');
      const kinds = new Set(texts);
      const isOfIt = [...kinds].filter((text) => reads[dimension]?.(text) != null).length >= kinds.size / 2;
      return texts.length < rows.length / 2 || kinds.size < 2 || !isOfIt
        ? []
        : [
            notRead(grid.placeOf(head.row, column.col), column.title, {
              code: 'unknown-category',
              facts: { label: column.title, nearest: [dimension] },
            }),
          ];
    });
  });
}

/** A place of the list that is told of and is no number. */
function notRead(
  at: string,
  labels: string,
  told: NonNullable<NonNullable<Stated['not']>['finding']>,
): Stated {
  const why = told.code === 'duplicate-row' ? 'twice' : 'label not understood';
  return { ...toldOnly(at, labels, { why, finding: told }), ownUnit: true };
}

/** The same key twice is the same crime twice, or one key too many: either way the counts may be one too high. */
export function doubled(grid: Grid, rows: readonly number[], columns: readonly Column[]): readonly Stated[] {
  const key = columns.find((column) => column.about === 'ordinal');
  if (key === undefined) return [];
  const seen = new Map<string, number>();
  const found: Stated[] = [];
  for (const row of rows) {
    const text = grid.at(row, key.col)?.text ?? '';
    if (text !== '' && seen.has(text)) {
      const raised = finding('duplicate-row', grid.placeOf(row, key.col), { label: text });
      found.push(notRead(raised.at, text, { code: 'duplicate-row', facts: raised.facts }));
    }
    seen.set(text, row);
  }
  return found;
}
