/** One row per crime, with or without a key, dates or years; the answer is what is counted. */
import type { Chance } from './chance.ts';
import type { Case, Dim, Figures, Key } from './figures.ts';
import { cell, type PageTable } from './page.ts';

/** The list, and what counting it gives; few enough rows for a page. */
export function listOfCrimes(
  by: Chance,
  figures: Figures,
  periodLabel: (period: string) => string,
): PageTable {
  const dims: Dim[] = figures.collection.measures.flatMap(({ breakdowns }) => breakdowns);
  const list = listed(figures);
  const hasKey = by.maybe(0.5);
  const dated = by.maybe(0.5);
  const names: Readonly<Record<Dim, string>> = {
    age: by.pick(['Victim age', 'Age of victim', 'Age']),
    sex: by.pick(['Victim sex', 'Sex', 'Gender']),
    offence: by.pick(['Offence', 'HO code', 'Offence type']),
    platform: by.pick(['Platform', 'Social media platform', 'App']),
  };
  const head = [
    ...(hasKey ? [by.pick(['Ref', 'Crime ref', 'No.', 'Crime number'])] : []),
    dated
      ? by.pick(['Date recorded', 'Recorded date', 'Date reported'])
      : by.pick(['Year', 'Financial year']),
    ...dims.map((dim) => names[dim]),
  ];
  const rows = list.map((one, at) => [
    ...(hasKey ? [at + 1] : []),
    dated ? dayIn(by, one.period) : periodLabel(one.period),
    ...dims.map((dim) => figures.categories[dim].find(({ id }) => id === one[dim])?.label ?? ''),
  ]);
  return { kind: 'table', rows: [head, ...rows].map((row) => row.map(cell)) };
}

const MOST = 300;

function listed(figures: Figures): readonly Case[] {
  const [first] = figures.collection.measures;
  return first === undefined ? [] : (figures.cases.get(first.id) ?? []).slice(0, MOST);
}

function dayIn(by: Chance, period: string): string {
  const day = by.int(1, 28);
  const month = by.int(1, 12);
  const year = Number(period.slice(0, 4)) + (month < 4 ? 1 : 0);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

/** What counting gives: the sum, and every one- and two-way margin that was asked for. */
export function counted(figures: Figures): readonly { readonly key: Key; readonly count: number }[] {
  const [offences, victims] = figures.collection.measures;
  if (offences === undefined || victims === undefined) return [];
  const list = listed(figures);
  const made = new Map<string, { key: Key; count: number }>();
  for (const one of list) {
    for (const measure of [offences, victims]) {
      for (const dims of subsets(measure.breakdowns)) {
        const key: Key = {
          measure: measure.id,
          period: one.period,
          age: dims.includes('age') ? one.age : null,
          sex: dims.includes('sex') ? one.sex : null,
          offence: dims.includes('offence') ? one.offence : null,
          platform: dims.includes('platform') ? one.platform : null,
        };
        const id = JSON.stringify(key);
        made.set(id, { key, count: (made.get(id)?.count ?? 0) + 1 });
      }
    }
  }
  return [...made.values()];
}

/** None, each one, and each two: no measure is asked by more. */
function subsets(dims: readonly Dim[]): readonly (readonly Dim[])[] {
  return [[], ...dims.map((dim) => [dim]), ...(dims.length === 2 ? [dims] : [])];
}
