/** What all the labels of one number say together; where two of them disagree or one is not understood, no answer. */
import type { Period } from '#period/period.ts';
import type { Stated } from '../stated.ts';
import type { Said } from './axis.ts';
import { type Context, type PeriodRead, readPeriod } from './context.ts';

export type Together = Pick<
  Stated,
  'age' | 'sex' | 'platform' | 'offence' | 'unit' | 'ownUnit' | 'measure' | 'period' | 'not' | 'isTotal'
>;

/** What several labels say of one number together, within the context around them. */
export function mergeSaid(saids: readonly Said[], marks: readonly string[], context: Context): Together {
  const clash: string[] = [];
  const pick = (key: 'age' | 'sex' | 'platform'): string | null => {
    const all = [...new Set(saids.flatMap((said) => said[key] ?? []))];
    // "Victims under 18" over bands of ages says of whom all of it is, and is no band.
    const values = key === 'age' && all.length > 1 ? all.filter((age) => age !== '0-17') : all;
    if (values.length > 1) clash.push(values.join(' / '));
    return values[0] ?? null;
  };
  const [age, sex, platform] = [pick('age'), pick('sex'), pick('platform')];
  const offences = saids.flatMap((said) => said.offence ?? []);
  const offence = offences.find((one) => one.code !== null) ?? longest(offences);
  const byLabels = saids
    .filter((said) => said.offence === undefined)
    .concat(saids.filter((said) => said.offence !== undefined));
  const units = [...new Set(byLabels.flatMap((said) => said.unit ?? []))];
  const measure = saids.find((said) => said.measure !== undefined)?.measure ?? context.measure ?? undefined;
  const words = saids.flatMap((said) => said.periods ?? []);
  const read: PeriodRead = readPeriod(words, marks, context);
  const unread = saids.flatMap((said) => said.unread ?? []);
  const isTotal = saids.some((said) => said.total !== undefined);
  let not: Stated['not'] = null;
  if (saids.some((said) => said.ignored)) {
    not = { why: 'decided', finding: null };
  } else if (unread[0] !== undefined && !saids.some((said) => said.work)) {
    not = {
      why: 'label not understood',
      finding: { code: 'unknown-category', facts: { label: unread[0].label, nearest: unread[0].nearest } },
    };
  } else if (saids.some((said) => said.aside)) {
    not = { why: 'remark', finding: null };
  } else if (
    saids.some((said) => said.total === 'sub-total') &&
    age === null &&
    sex === null &&
    platform === null &&
    offence === null
  ) {
    // Of rows that a heading groups, not of what was asked.
    not = { why: 'remark', finding: null };
  } else if (clash.length > 0) {
    not = {
      why: 'labels disagree',
      finding: { code: 'unknown-category', facts: { label: clash.join('; '), nearest: [] } },
    };
  } else if (read.kind === 'unclear') {
    not = { why: 'period not clear', finding: { code: 'period-mismatch', facts: { period: read.text } } };
  } else if (read.kind === 'none' && context.isOfSeveral && context.period === null) {
    not = { why: 'period not clear', finding: { code: 'unread-number', facts: {} } };
  } else if (read.kind === 'piece') {
    not = { why: 'part of a period', finding: null };
  }
  const period: Period | null =
    read.kind === 'period' || read.kind === 'piece' ? read.period : context.period;
  return {
    age: age ?? context.age,
    sex: sex ?? context.sex,
    platform: platform ?? context.platform,
    offence: offence ?? context.offence,
    unit: units[0] ?? saids.find((said) => said.keyUnit !== undefined)?.keyUnit ?? context.unit,
    ownUnit: units[0] !== undefined,
    ...(measure === undefined ? {} : { measure }),
    period,
    not,
    isTotal,
  };
}

/** Of several titles for one number ("various" beside the title itself) the one that says most. */
function longest(offences: readonly NonNullable<Stated['offence']>[]): Stated['offence'] {
  return offences.reduce<Stated['offence']>(
    (best, one) => (best === null || one.title.length > best.title.length ? one : best),
    null,
  );
}
