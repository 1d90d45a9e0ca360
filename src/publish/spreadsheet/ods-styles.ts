/**
 * The looks of an ODS, the same as those of the XLSX: named heading styles, Arial at 12 points, numbers to the right with
 * commas, no colour, no fill, no border. The language stands in the default style.
 */
import { DECLARATION } from './package.ts';

export const ODF_NAMES = (
  [
    ['office', 'office'],
    ['table', 'table'],
    ['text', 'text'],
    ['style', 'style'],
    ['fo', 'xsl-fo-compatible'],
    ['number', 'datastyle'],
    ['meta', 'meta'],
  ] as const
)
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:xlink="http://www.w3.org/1999/xlink"')
  .join(' ');

/** Centimetres of one character of Arial at 12 points, about. */
const CENTIMETRES = 0.21;

export function widthStyle(chars: number): string {
  return `w${chars}`;
}

export function numberStyle(decimals: number): string {
  return `number${decimals}`;
}

const family = (name: string, parent: string, inside: string, format = '') =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="${parent}"${format}>${inside}</style:style>`;
const cell = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>';
const aligned = (side: 'start' | 'end') => `<style:paragraph-properties fo:text-align="${side}"/>`;
const font = (size: number, extra = '') =>
  `<style:text-properties style:font-name="Arial" fo:font-size="${size}pt"${extra}/>`;
const BOLD = ' fo:font-weight="bold"';

export function stylesPart(): string {
  return (
    `${DECLARATION}<office:document-styles ${ODF_NAMES} office:version="1.3">${FACES}<office:styles>` +
    '<style:default-style style:family="table-cell"><style:text-properties style:font-name="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style>' +
    `<style:style style:name="Default" style:family="table-cell">${cell}${font(12)}</style:style>` +
    named('Heading_20_1', 'Heading 1', font(16, BOLD)) +
    named('Heading_20_2', 'Heading 2', font(14, BOLD)) +
    named('Hyperlink', 'Hyperlink', font(12, ' style:text-underline-style="solid"')) +
    '</office:styles></office:document-styles>'
  );
}

const FACES =
  '<office:font-face-decls><style:font-face style:name="Arial" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" svg:font-family="Arial" style:font-family-generic="swiss"/></office:font-face-decls>';

function named(name: string, display: string, look: string): string {
  return `<style:style style:name="${name}" style:display-name="${display}" style:family="table-cell" style:parent-style-name="Default">${cell}${aligned('start')}${look}</style:style>`;
}

export function stylesContent(decimals: readonly number[], widths: readonly number[]): string {
  const columns = widths.map(
    (chars) =>
      `<style:style style:name="${widthStyle(chars)}" style:family="table-column"><style:table-column-properties style:column-width="${(chars * CENTIMETRES).toFixed(2)}cm"/></style:style>`,
  );
  const formats = decimals.map(
    (places) =>
      `<number:number-style style:name="format${places}"><number:number number:decimal-places="${places}" number:min-decimal-places="${places}" number:min-integer-digits="1" number:grouping="true"/></number:number-style>`,
  );
  const numbers = decimals.map((places) =>
    family(
      numberStyle(places),
      'Default',
      cell + aligned('end') + font(12),
      ` style:data-style-name="format${places}"`,
    ),
  );
  return (
    `${FACES}<office:automatic-styles>` +
    columns.join('') +
    '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>' +
    formats.join('') +
    family('title', 'Heading_20_1', cell + aligned('start') + font(16, BOLD)) +
    family('part', 'Heading_20_2', cell + aligned('start') + font(14, BOLD)) +
    family('text', 'Default', cell + aligned('start') + font(12)) +
    family('link', 'Hyperlink', cell + aligned('start') + font(12, ' style:text-underline-style="solid"')) +
    family('texthead', 'Default', cell + aligned('start') + font(12, BOLD)) +
    family('numberhead', 'Default', cell + aligned('end') + font(12, BOLD)) +
    family('mark', 'Default', cell + aligned('end') + font(12)) +
    numbers.join('') +
    '</office:automatic-styles>'
  );
}
