/**
 * Rows at the end of a table whose numbers are blank, which a page without ruled lines leaves standing below the table as lines
 * of labels: "17" and "Not known" below ages up to 16. What they stand for is told, since nothing says that it is none.
 */
import type { Block, Line, Table } from '../document.ts';
import { type Stated, toldOnly } from '../stated.ts';
import { readLabel } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { kindOf, type LabelKind } from './label-line.ts';

const KINDS: readonly (LabelKind | null)[] = ['age', 'sex', 'platform', 'offence'];

/** The lines right below the table that say what its labels say; none where they head what follows them. */
export function labelsBelow(table: Table, below: readonly Block[], lexicon: Lexicon): readonly Line[] {
  if (table.structure !== 'inferred') return [];
  const last = table.cells.findLast(({ col }) => col === 0)?.text ?? '';
  const kind = kindOf(readLabel(last, lexicon));
  if (!KINDS.includes(kind)) return [];
  const found: Line[] = [];
  for (const block of below) {
    if (block.kind === 'table') return [];
    if (block.furniture || !isOfKind(block.text, kind, lexicon)) break;
    found.push(block);
  }
  return below.slice(found.length, found.length + 2).some((block) => block.kind === 'table') ? [] : found;
}

function isOfKind(text: string, kind: LabelKind | null, lexicon: Lexicon): boolean {
  const label = readLabel(text, lexicon);
  if (label.leftover !== '' || /[:?]\s*$/u.test(text)) return false;
  return kindOf(label) === kind || ((label.unknown || label.other) && label.names === null);
}

export function toldAsBlank({ at, text }: Line): Stated {
  const finding = { code: 'blank-ambiguous', facts: { label: text } } as const;
  return toldOnly(at, text, { why: 'label not understood', finding });
}
