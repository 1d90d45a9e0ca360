/** One line of labels of a block, along its rows or its columns: its cells, what it is about, and what each says. */
import type { Cell } from '../document.ts';
import type { Label } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { type About, aboutOf, type Said, saidBy } from './axis.ts';

export type LabelLine = {
  /** Per position (row or column of the block): the cell that labels it. */
  readonly cells: readonly (Cell | undefined)[];
  readonly said: readonly Said[];
  readonly about: About;
};

export function labelLine(
  cells: readonly (Cell | undefined)[],
  named: About,
  label: (text: string) => Label,
  lexicon: Lexicon,
): LabelLine {
  const texts = [...new Set(cells.flatMap((cell) => (cell === undefined ? [] : [cell.text])))];
  const about = aboutOf(texts.map(label), named);
  const said = cells.map((cell) => (cell === undefined ? {} : saidBy(label(cell.text), about, lexicon)));
  return { cells, said, about };
}
