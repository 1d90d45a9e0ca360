/**
 * The police forces: the 43 territorial forces of England and Wales and British Transport Police, which a collection
 * asks, and the others a return may name. `findForce` knows name, area, alias, short name of the path and GSS code; the
 * name of a place inside a force's area is not the force, and neither is a region.
 */
import { defect, type Fact, oneOf, readFacts } from './facts.ts';
import { compact, fold } from './fold.ts';
import type { Match } from './match.ts';
import { stepsFromSameStart } from './nearness.ts';
import { type Term, terms } from './terms.ts';

/** GSS code (`E23000021`), or an id of our own where no code exists (`btp`). */
export type ForceCode = string;

export type Force = {
  readonly code: ForceCode;
  readonly name: string;
  /** The area it polices: `Leicestershire`. */
  readonly area: string;
  /** Code of its region; null for British Transport Police and forces outside England and Wales. */
  readonly region: string | null;
  readonly country: string;
  /** As data.police.uk names it: `leicestershire`; the last part of the force's path. */
  readonly slug: string;
  /** A collection asks the territorial and the special forces, 44 in all; `other` forces lie outside it. */
  readonly kind: 'territorial' | 'special' | 'other';
};

export type Forces = {
  /** All forces by code, those outside England and Wales included. */
  readonly forces: readonly Force[];
  /** The 44 that a collection asks. */
  readonly asked: readonly Force[];
  readonly force: (code: ForceCode) => Force | undefined;
  readonly findForce: (text: string) => Match<Force>;
};

const COLUMNS = [
  'code',
  'name',
  'area',
  'region',
  'country',
  'slug',
  'kind',
  'code_verified',
  'note',
] as const;
const COMPASS = /^(north|south|east|west|mid)/;

/** `places` are names that are no force: regions, and what `register/force-places.csv` lists. */
export function readForces(dir: string, regions: readonly string[]): Forces {
  const forces = readFacts(dir, 'forces.csv', COLUMNS).map(asForce);
  const byCode = new Map(forces.map((force) => [force.code, force]));
  const of = (code: string, file: string, line: number): Force => {
    const force = byCode.get(code);
    if (force === undefined) throw defect(file, line, `no force has the code "${code}"`);
    return force;
  };
  const aliases = readFacts(dir, 'force-aliases.csv', ['alias', 'force', 'source', 'added']);
  const places = readFacts(dir, 'force-places.csv', ['place', 'force', 'source', 'added']);
  const all: Term<Force>[] = [];
  for (const force of forces) {
    for (const term of [force.name, force.area, force.slug, force.code]) {
      all.push({ term, value: force, shown: force.name, near: term === force.name || term === force.area });
    }
  }
  for (const { alias, force, line } of aliases) {
    const value = of(force, 'force-aliases.csv', line);
    all.push({ term: alias, value, shown: value.name, near: compact(alias).length >= 8 });
  }
  const taken = new Set(all.map((term) => compact(term.term)));
  for (const { place, force, line } of places) {
    all.push({ term: place, value: null, shown: of(force, 'force-places.csv', line).name, near: true });
  }
  for (const region of regions) {
    if (!taken.has(compact(region))) all.push({ term: region, value: null, shown: region, near: true });
  }
  const index = terms<Force>(all, (term, other) => {
    const line = [...aliases].find((alias) => alias.alias === term.term)?.line ?? 1;
    throw defect('force-aliases.csv', line, `"${term.term}" already names ${other.shown}`);
  });

  return {
    forces,
    asked: forces.filter((force) => force.kind !== 'other'),
    force: (code) => byCode.get(code),
    findForce(text) {
      const key = compact(text);
      const bare = withoutRank(text);
      for (const one of [key, bare]) {
        const found = index.exact(one);
        if (found === undefined) continue;
        if (found.value === null) return { kind: 'none', nearest: [found.shown] };
        return { kind: 'exact', value: found.value, term: found.term };
      }
      const near = index.near(key, steps);
      return near.kind !== 'none' || bare === key || bare === '' ? near : index.near(bare, steps);
    },
  };
}

/** Two steps only in long names, none across the points of the compass: `Noth Wales` is no South Wales. */
function steps(a: string, b: string): number {
  if (COMPASS.exec(a)?.[0] !== COMPASS.exec(b)?.[0]) return 0;
  const allowed = stepsFromSameStart(a, b);
  return Math.min(a.length, b.length) < 12 ? Math.min(1, allowed) : allowed;
}

function withoutRank(text: string): string {
  const plain = ` ${fold(text.replace(/\([^)]*\)/g, ' '))} `;
  return plain.replace(/ (?:police|constabulary|service|force|heddlu|the)(?= )/g, ' ').replaceAll(' ', '');
}

function asForce(fact: Fact<(typeof COLUMNS)[number]>): Force {
  const kind = oneOf(fact.kind, ['territorial', 'special', 'other'], 'forces.csv', fact.line);
  const { code, name, area, country, slug } = fact;
  return { code, name, area, region: fact.region === '' ? null : fact.region, country, slug, kind };
}
