/** The areas figures are published for above the forces: the country, the nine English regions, and Wales. */
import { oneOf, readFacts } from './facts.ts';

export type RegisterArea = {
  /** GSS code. Wales stands beside the regions under its country code. */
  readonly code: string;
  readonly kind: 'country' | 'region';
  readonly name: string;
  readonly slug: string;
};

export type Areas = {
  readonly areas: readonly RegisterArea[];
  readonly area: (code: string) => RegisterArea | undefined;
};

export function readAreas(dir: string): Areas {
  const file = 'areas.csv';
  const areas = readFacts(dir, file, ['code', 'kind', 'name', 'slug', 'source']).map((fact) => ({
    code: fact.code,
    kind: oneOf(fact.kind, ['country', 'region'], file, fact.line),
    name: fact.name,
    slug: fact.slug,
  }));
  const byCode = new Map(areas.map((area) => [area.code, area]));
  return { areas, area: (code) => byCode.get(code) };
}
