/**
 * How many children live in a force's area or a local authority, by mid-year. Only years that the Office for National
 * Statistics published at single year of age are here; a missing year is undefined and is never filled in. Years before
 * and after the 2021 Census stand on different bases: no trend may be drawn across them.
 */
import { defect, oneOf, readFacts } from './facts.ts';
import { ownRegister } from './own-register.ts';

export type AgeGroup = '0-15' | '0-17' | '10-17' | 'all';

export type Populations = {
  readonly years: readonly number[];
  /** Residents of these ages at mid-year; undefined when the register does not have it. */
  readonly population: (area: string, year: number, ages: AgeGroup) => number | undefined;
};

export type LocalAuthority = {
  readonly code: string;
  readonly name: string;
  readonly force: string;
  readonly region: string;
  /** False for one that was abolished before April 2024; `successor` is then the authority that took over. */
  readonly isCurrent: boolean;
  readonly successor: string;
};

/** By GSS code of the force. */
export function readPopulations(dir: string = ownRegister): Populations {
  return populationsOf(
    dir,
    'child-population.csv',
    ['force', 'year', 'ages', 'population'],
    (fact) => fact.force,
  );
}

/** By GSS code of the local authority. */
export function readAuthorityPopulations(dir: string = ownRegister): Populations {
  const file = 'la-child-population.csv';
  return populationsOf(dir, file, ['authority', 'year', 'ages', 'population'], (fact) => fact.authority);
}

export function readLocalAuthorities(dir: string = ownRegister): readonly LocalAuthority[] {
  const columns = ['authority', 'name', 'force', 'region', 'current_2024', 'code_2024'] as const;
  return readFacts(dir, 'la-to-force.csv', columns).map((fact) => ({
    code: fact.authority,
    name: fact.name,
    force: fact.force,
    region: fact.region,
    isCurrent: fact.current_2024 === 'y',
    successor: fact.code_2024,
  }));
}

function populationsOf<const C extends readonly string[]>(
  dir: string,
  file: string,
  columns: C,
  areaOf: (fact: Readonly<Record<C[number], string>>) => string,
): Populations {
  const people = new Map<string, number>();
  const years = new Set<number>();
  for (const fact of readFacts<readonly string[]>(dir, file, columns)) {
    const { year = '', ages = '', population = '' } = fact;
    const group = oneOf(ages, ['0-15', '0-17', '10-17', 'all'], file, fact.line);
    const count = Number(population);
    if (!Number.isSafeInteger(count) || count < 0)
      throw defect(file, fact.line, `"${population}" is no number of people`);
    people.set(`${areaOf(fact as Readonly<Record<C[number], string>>)} ${year} ${group}`, count);
    years.add(Number(year));
  }
  return {
    years: [...years].sort((a, b) => a - b),
    population: (area, year, ages) => people.get(`${area} ${year} ${ages}`),
  };
}
