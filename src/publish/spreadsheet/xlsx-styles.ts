/**
 * The looks of an XLSX, few and named: text, headings one and two as the program's own heading styles, links underlined,
 * numbers to the right with commas. Arial at 12 points, no colour, no fill, no border.
 */
import { DECLARATION } from './package.ts';

/** Cell formats by number; numbers with other decimals follow after these. */
export const LOOK = { text: 0, title: 1, heading: 2, link: 3, textHead: 4, numberHead: 5, mark: 6 } as const;
const FIRST_NUMBER = 7;

/** The cell format of a number with so many decimal places. */
export function numberLook(decimals: number, inUse: readonly number[]): number {
  return FIRST_NUMBER + inUse.indexOf(decimals);
}

const FIRST_FORMAT = 164;

/** Format 3 is the built-in `#,##0`. */
function formatId(decimals: number): number {
  return decimals === 0 ? 3 : FIRST_FORMAT + decimals;
}

export function stylesPart(decimals: readonly number[]): string {
  const own = decimals
    .filter((places) => places > 0)
    .map((places) => `<numFmt numFmtId="${formatId(places)}" formatCode="#,##0.${'0'.repeat(places)}"/>`);
  const font = (size: number, extra = '') =>
    `<font>${extra}<sz val="${size}"/><name val="Arial"/><family val="2"/></font>`;
  const fonts = [font(12), font(16, '<b/>'), font(14, '<b/>'), font(12, '<u/>'), font(12, '<b/>')];
  const left = '<alignment horizontal="left" vertical="top" wrapText="1"/>';
  const right = '<alignment horizontal="right" vertical="top" wrapText="1"/>';
  const xf = (fontId: number, style: number, alignment: string, format = 0) =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="0" xfId="${style}" applyNumberFormat="1" applyFont="1" applyAlignment="1">${alignment}</xf>`;
  const cells = [
    xf(0, 0, left),
    xf(1, 1, left),
    xf(2, 2, left),
    xf(3, 3, left),
    xf(4, 0, left),
    xf(4, 0, right),
    xf(0, 0, right),
    ...decimals.map((places) => xf(0, 0, right, formatId(places))),
  ];
  const named = [0, 1, 2, 3].map((fontId) => `<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="0"/>`);
  const formats = own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`;
  return (
    `${DECLARATION}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${formats}` +
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    `<cellStyleXfs count="${named.length}">${named.join('')}</cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="4"><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Heading 1" xfId="1" builtinId="16"/>' +
    '<cellStyle name="Heading 2" xfId="2" builtinId="17"/><cellStyle name="Hyperlink" xfId="3" builtinId="8"/></cellStyles></styleSheet>'
  );
}
