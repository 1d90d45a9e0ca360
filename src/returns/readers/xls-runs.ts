/** Text in several looks as binary workbooks keep it: the whole text, and the places where another font begins. */
import type { Run } from './runs.ts';

export type SheetLooks = {
  readonly isBold: (row: number, col: number) => boolean;
  /** The runs of a cell whose text has several looks; null for a plain one. */
  readonly runsAt: (row: number, col: number, text: string) => readonly Run[] | null;
};

export type Font = { readonly bold: boolean; readonly raised: boolean };
export type Cut = { readonly at: number; readonly font: number };
export type Rich = { readonly text: string | null; readonly cuts: readonly Cut[] };

/** Until the first cut the text has the look of its cell. `text` is used where the file does not keep the text with its cuts. */
export function runsOf(
  { text: own, cuts }: Rich,
  shown: string,
  bold: boolean,
  fontAt: (font: number) => Font | undefined,
): readonly Run[] {
  const text = own ?? shown;
  const runs: Run[] = [{ text: text.slice(0, cuts[0]?.at ?? text.length), raised: false, bold }];
  for (const [n, { at, font }] of cuts.entries()) {
    const look = fontAt(font);
    const piece = text.slice(at, cuts[n + 1]?.at ?? text.length);
    runs.push({ text: piece, raised: look?.raised ?? false, bold: look?.bold ?? false });
  }
  return runs.filter((run) => run.text !== '');
}
