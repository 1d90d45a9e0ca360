/**
 * Conditional formatting that changes what a number shows: a rule may put `<5` or `*` over every count below five and leave
 * the count stored. Simple comparisons are followed; a rule that is not is reported, since it may hide numbers.
 */
import { type Area, parseArea } from './a1.ts';
import type { Markup } from './markup.ts';
import type { NumberFormat } from './number-format.ts';
import { readText } from './ooxml-strings.ts';
import type { Sheet } from './sheet.ts';

type Test = (value: number) => boolean;

const operators: Readonly<Record<string, (value: number, from: number, to: number) => boolean>> = {
  lessThan: (value, from) => value < from,
  lessThanOrEqual: (value, from) => value <= from,
  greaterThan: (value, from) => value > from,
  greaterThanOrEqual: (value, from) => value >= from,
  equal: (value, from) => value === from,
  notEqual: (value, from) => value !== from,
  between: (value, from, to) => value >= Math.min(from, to) && value <= Math.max(from, to),
  notBetween: (value, from, to) => value < Math.min(from, to) || value > Math.max(from, to),
};

const signs: Readonly<Record<string, string>> = {
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqual',
  '=': 'equal',
  '<>': 'notEqual',
};

/** Reads the `conditionalFormatting` opened last up to its close. */
export function readConditional(
  markup: Markup,
  sheet: Sheet,
  formats: readonly (NumberFormat | null)[],
): void {
  const outer = markup.depth - 1;
  const areas = (markup.attribute('sqref') ?? '').split(/\s+/).flatMap((one) => parseArea(one) ?? []);
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event !== 'open' || markup.name !== 'cfRule') continue;
    const format = formats[Number(markup.attribute('dxfId') ?? -1)] ?? null;
    const type = markup.attribute('type') ?? '';
    const operator = markup.attribute('operator') ?? '';
    const priority = Number(markup.attribute('priority') ?? 0);
    const formulas = readFormulas(markup);
    if (format === null || areas.length === 0) continue;
    const test = type === 'cellIs' ? comparison(operator, formulas) : expression(formulas[0] ?? '', areas);
    sheet.overlay({ areas, test, format, priority });
  }
}

function readFormulas(markup: Markup): string[] {
  const outer = markup.depth - 1;
  const formulas: string[] = [];
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event === 'open' && markup.name === 'formula') formulas.push(readText(markup).trim());
  }
  return formulas;
}

function comparison(operator: string, formulas: readonly string[]): Test | null {
  const compare = operators[operator];
  const [from = Number.NaN, to = from] = formulas.map((formula) =>
    formula === '' ? Number.NaN : Number(formula),
  );
  if (compare === undefined || Number.isNaN(from) || Number.isNaN(to)) return null;
  return (value) => compare(value, from, to);
}

/** `B2<5` and `AND(B2>0,B2<5)` over an area whose first cell is B2, written in any way of fixing the reference. */
function expression(formula: string, areas: readonly Area[]): Test | null {
  const inside = /^AND\((.*)\)$/i.exec(formula)?.[1];
  const tests = (inside === undefined ? [formula] : inside.split(',')).map((part) => {
    const match = /^(\$?[A-Z]{1,3}\$?\d+)\s*(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/i.exec(part.trim());
    const [, reference = '', sign = '', bound = ''] = match ?? [];
    const first = parseArea(reference);
    const isOwn = first !== null && first.top === areas[0]?.top && first.left === areas[0]?.left;
    return isOwn && !/^\$?[A-Z]+\$/i.test(reference) ? comparison(signs[sign] ?? '', [bound]) : null;
  });
  return tests.some((test) => test === null)
    ? null
    : (value) => tests.every((test) => test?.(value) === true);
}
