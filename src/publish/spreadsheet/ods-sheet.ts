/** One sheet of an ODS. Header rows stand plain, because several programs lose rows that are wrapped as such. */
import { type Line, type Sheet, shown, type Value } from './book.ts';
import { numberStyle, widthStyle } from './ods-styles.ts';
import { escaped } from './package.ts';

export function sheetContent({ name, lines, table, width }: Sheet): string {
  const widths = table === null ? [width] : table.columns.map((column) => column.width);
  const columns = widths.map((chars) => `<table:table-column table:style-name="${widthStyle(chars)}"/>`);
  const rows = lines.map((one) => row([textCell(one.text, lookOf(one), one.link)]));
  if (table !== null) {
    rows.push(
      row(
        table.columns.map(({ heading, kind }) =>
          textCell(heading, kind === 'number' ? 'numberhead' : 'texthead', null),
        ),
      ),
      ...table.rows.map((values) =>
        row(values.map((value, at) => valueCell(value, table.columns[at]?.kind === 'number'))),
      ),
    );
  }
  return `<table:table table:name="${escaped(name)}">${columns.join('')}${rows.join('')}</table:table>`;
}

function row(cells: readonly string[]): string {
  return `<table:table-row table:style-name="row">${cells.join('')}</table:table-row>`;
}

function lookOf({ heading, link }: Line): string {
  if (link !== null) return 'link';
  return heading === 1 ? 'title' : heading === 2 ? 'part' : 'text';
}

function textCell(text: string, look: string, link: string | null): string {
  const target = link?.startsWith('#') ? `${link}.A1` : link;
  const inside =
    target === null || target === undefined
      ? spaced(text)
      : `<text:a xlink:href="${escaped(target)}" xlink:type="simple">${spaced(text)}</text:a>`;
  return `<table:table-cell table:style-name="${look}" office:value-type="string"><text:p>${inside}</text:p></table:table-cell>`;
}

function valueCell(value: Value, isNumeric: boolean): string {
  if (value.kind === 'text') {
    return textCell(value.text, value.link !== null ? 'link' : isNumeric ? 'mark' : 'text', value.link);
  }
  const { number, decimals } = value;
  return `<table:table-cell table:style-name="${numberStyle(decimals)}" office:value-type="float" office:value="${number}"><text:p>${shown(number, decimals)}</text:p></table:table-cell>`;
}

/** OpenDocument folds white space, so every further space is an element of its own. */
function spaced(text: string): string {
  return escaped(text).replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`);
}
