/** The looks of cells that bear on reading: number format and bold, by the index a cell carries. */
import type { Markup } from './markup.ts';
import { builtInFormat, general, type NumberFormat, numberFormat } from './number-format.ts';
import { isOn } from './ooxml-workbook.ts';
import type { CellStyle } from './sheet-content.ts';

export type Styles = {
  readonly cells: readonly CellStyle[];
  /** Number formats of conditional formatting, by dxf index; null where a rule leaves the format alone. */
  readonly conditional: readonly (NumberFormat | null)[];
};

export const plainStyle: CellStyle = { format: general, bold: false };
export const noStyles: Styles = { cells: [], conditional: [] };

export function readStyles(markup: Markup, epoch: 1900 | 1904): Styles {
  const codes = new Map<number, string>();
  const bolds: boolean[] = [];
  const formats = new Map<number, NumberFormat>();
  const cells: CellStyle[] = [];
  const conditional: (NumberFormat | null)[] = [];
  const formatOf = (id: number): NumberFormat => {
    const known = formats.get(id) ?? numberFormat(codes.get(id) ?? builtInFormat(id), epoch);
    formats.set(id, known);
    return known;
  };
  let list = '';
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    const { name } = markup;
    if (event === 'close' && markup.depth === 1) list = '';
    if (event !== 'open') continue;
    if (markup.depth === 2) list = name;
    if (name === 'numFmt' && list === 'numFmts') {
      codes.set(Number(markup.attribute('numFmtId')), markup.attribute('formatCode') ?? '');
    } else if (name === 'numFmt' && list === 'dxfs') {
      conditional[conditional.length - 1] = numberFormat(markup.attribute('formatCode') ?? '', epoch);
    } else if (name === 'dxf' && list === 'dxfs') conditional.push(null);
    else if (name === 'font' && list === 'fonts') bolds.push(false);
    else if (name === 'b' && list === 'fonts') bolds[bolds.length - 1] = isOn(markup.attribute('val'), true);
    else if (name === 'xf' && list === 'cellXfs') {
      const bold = bolds[Number(markup.attribute('fontId') ?? 0)] ?? false;
      cells.push({ format: formatOf(Number(markup.attribute('numFmtId') ?? 0)), bold });
    }
  }
  return { cells, conditional };
}
