/**
 * Shows a stored number as a spreadsheet program in the United Kingdom would, from its number format: sections,
 * conditions, literals, grouping, percent, dates, elapsed time, fractions, exponents. What it cannot follow it shows as
 * the plain number. Column width is ignored: a value too wide for its column is shown whole, not as `###`.
 */
import { type Epoch, showDate } from './number-format-date.ts';
import { showGeneral, showNumber } from './number-format-digits.ts';
import { parseSection, type Section, splitSections } from './number-format-parse.ts';

export type NumberFormat = {
  readonly kind: 'number' | 'date' | 'time';
  readonly show: (value: number) => string;
  /** True for General: what is shown is the number itself. */
  readonly plain: boolean;
  /** What a text is shown as; null where texts are shown as they are. */
  readonly showText: ((text: string) => string) | null;
};

/** Built-in formats by id. Dates and currencies follow the reader's country, not the file: here day first, and pounds. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"£"#,##0;-"£"#,##0',
  6: '"£"#,##0;[Red]-"£"#,##0',
  7: '"£"#,##0.00;-"£"#,##0.00',
  8: '"£"#,##0.00;[Red]-"£"#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  41: '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-',
  42: '_-"£"* #,##0_-;-"£"* #,##0_-;_-"£"* "-"_-;_-@_-',
  43: '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-',
  44: '_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

export const general: NumberFormat = { kind: 'number', show: showGeneral, plain: true, showText: null };

export function builtInFormat(id: number): string {
  return builtIn[id] ?? 'General';
}

export function numberFormat(code: string, epoch: Epoch = 1900): NumberFormat {
  if (code === '' || /^general$/i.test(code)) return general;
  const sections = splitSections(code).map(parseSection);
  const numeric = sections.filter((section, n) => n < 3 && !(section.kind === 'text' && n > 0));
  const [first, second] = numeric;
  const showText = textShower(sections);
  if (first === undefined || first.kind === 'text') return { ...general, showText };
  const isDate = numeric.some((section) => section.kind === 'date');
  const kind = isDate ? 'date' : numeric.some((section) => section.kind === 'time') ? 'time' : 'number';
  const show = (value: number) => {
    const section = choose(value, numeric, first, second);
    if (section === undefined) return showGeneral(value);
    if (section.kind === 'date' || section.kind === 'time') return showDate(section, value, epoch);
    // A format of several sections shows the sign by the section, not by a minus.
    return showNumber(section, numeric.length > 1 && value < 0 ? -value : value);
  };
  return {
    kind,
    show,
    plain: numeric.length === 1 && first.kind === 'general' && first.tokens.length === 1,
    showText,
  };
}

function choose(
  value: number,
  numeric: readonly Section[],
  first: Section,
  second: Section | undefined,
): Section | undefined {
  if (first.condition !== null || (second !== undefined && second.condition !== null)) {
    if (first.condition?.(value)) return first;
    if (second?.condition?.(value)) return second;
    if (first.condition === null && value > 0) return first;
    return first.condition !== null && second?.condition !== null ? numeric[2] : second;
  }
  if (second === undefined || value > 0) return first;
  if (value < 0) return second;
  return numeric[2] ?? first;
}

/** The fourth section, or a last one that holds `@`, is for texts; an empty fourth hides them. */
function textShower(sections: readonly Section[]): NumberFormat['showText'] {
  const last = sections.at(-1);
  const section = sections[3] ?? (last?.kind === 'text' ? last : undefined);
  if (section === undefined || (section.tokens.length === 1 && section.kind === 'text')) return null;
  const pieces = section.tokens;
  return (text) =>
    pieces
      .map((token) => (token.type === 'text' ? text : token.type === 'literal' ? token.text : ''))
      .join('')
      .trim();
}
