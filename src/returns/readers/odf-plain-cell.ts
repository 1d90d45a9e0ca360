/**
 * The cells that make up most of a large OpenDocument sheet, matched whole: a whole number that shows itself, and a short
 * text of one look. Quick, and never more: whatever is unusual in any way is left to `odf-cell.ts`, and a test holds that
 * both read every sheet alike.
 */
import type { Markup } from './markup.ts';
import type { OdfStyles } from './odf-styles.ts';
import { type Content, noMarks, plainText } from './sheet-content.ts';

const style = '(?: table:style-name="([\\w.-]+)")?';
const typed = (type: string) => `office:value-type="${type}"`;
const number = new RegExp(
  `<table:table-cell${style} ${typed('float')} office:value="(0|[1-9]\\d{0,9})"(?: calcext:value-type="float")?>` +
    '<text:p>\\2</text:p></table:table-cell>',
  'y',
);
const text = new RegExp(
  `<table:table-cell${style} ${typed('string')}(?: calcext:value-type="string")?>` +
    '<text:p>([^<&]+)</text:p></table:table-cell>',
  'y',
);

/** Takes such a cell if one comes next; `fallback` names the style of its row or column. */
export function takePlainCell(
  markup: Markup,
  styles: OdfStyles,
  fallback: string | undefined,
): Content | null {
  const counted = markup.match(number);
  if (counted !== null) {
    const [, name = fallback, shown = ''] = counted;
    const bold = styles.isBold('table-cell', name) ?? false;
    return { text: shown, stored: Number(shown), kind: 'number', marks: noMarks, bold };
  }
  const written = markup.match(text);
  if (written === null) return null;
  const [, name = fallback, shown = ''] = written;
  return plainText(shown, styles.isBold('table-cell', name) ?? false);
}
