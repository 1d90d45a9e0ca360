/** Finds areas by name, by the forces in them, and the requests of their forces. */
import type { Request } from '#collection/read-requests.ts';
import type { FigureArea } from './figure.ts';

export type Asked = Pick<Request, 'force' | 'state' | 'note'>;

export type AreaLookUp = {
  readonly country: FigureArea;
  readonly areas: readonly FigureArea[];
  readonly area: (code: string) => FigureArea;
  /** By name, in any case, `(four forces)` left out; null when no area has the name. */
  readonly named: (name: string) => FigureArea | null;
  /** The smallest area that holds all of these forces. */
  readonly around: (forces: readonly string[]) => FigureArea;
  readonly request: (force: string) => Asked;
};

/** A remark on how many forces stand behind a number does not change which area it is about; any other remark may. */
const FORCES_REMARK = /\s*\((?:\w+ )?forces?\)$/i;

export function areaLookUp(areas: readonly FigureArea[], requests: readonly Asked[]): AreaLookUp {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const byName = new Map<string, FigureArea>();
  // A force and a region may share a short name (West Midlands): a bare name then means the region.
  const broadFirst = [...areas].sort((a, b) => breadth(b) - breadth(a));
  for (const area of broadFirst) {
    for (const name of [area.name, area.short]) {
      const key = name.toLowerCase();
      if (!byName.has(key)) byName.set(key, area);
    }
  }
  const country = areas.find((area) => area.kind === 'country');
  if (country === undefined) throw new Error('the areas hold no country');
  const byForce = new Map(requests.map((request) => [request.force, request]));
  return {
    country,
    areas,
    area: (code) => {
      const area = byCode.get(code);
      if (area === undefined) throw new Error(`no area has the code ${code}`);
      return area;
    },
    named: (name) => byName.get(name.replace(FORCES_REMARK, '').trim().toLowerCase()) ?? null,
    around: (forces) => {
      const holds = (area: FigureArea) => forces.every((force) => area.forces.includes(force));
      return areas.filter(holds).sort((a, b) => breadth(a) - breadth(b))[0] ?? country;
    },
    request: (force) => byForce.get(force) ?? { force, state: 'unknown', note: '' },
  };
}

function breadth(area: FigureArea): number {
  return { force: 0, region: 1, country: 2 }[area.kind];
}
