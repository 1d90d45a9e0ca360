/**
 * Outlines of the 43 territorial forces for maps, in longitude and latitude, ultra-generalised: good for a picture of the
 * country, wrong for deciding which force polices a street. Decodes the TopoJSON of the register.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownRegister } from './own-register.ts';

export type Position = readonly [longitude: number, latitude: number];

export type Outline = {
  /** GSS code of the force. */
  readonly force: string;
  /** Polygons, each an outer ring and its holes; every ring ends where it starts. */
  readonly polygons: readonly (readonly (readonly Position[])[])[];
};

type Topology = {
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly transform: {
    readonly scale: readonly [number, number];
    readonly translate: readonly [number, number];
  };
  readonly objects: { readonly forces: { readonly geometries: readonly Geometry[] } };
};

type Geometry = { readonly properties: { readonly gss_code: string } } & (
  | { readonly type: 'Polygon'; readonly arcs: readonly (readonly number[])[] }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly (readonly (readonly number[])[])[] }
);

export function readBoundaries(dir: string = ownRegister): readonly Outline[] {
  const topology = JSON.parse(readFileSync(join(dir, 'force-boundaries.topojson'), 'utf8')) as Topology;
  const arcs = topology.arcs.map((arc) => positions(arc, topology.transform));
  return topology.objects.forces.geometries
    .map((geometry) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
      return {
        force: geometry.properties.gss_code,
        polygons: polygons.map((rings) => rings.map((ring) => joined(ring, arcs))),
      };
    })
    .sort((a, b) => (a.force < b.force ? -1 : 1));
}

/** An arc is a start and the steps from it, in whole units of the topology's grid. */
function positions(arc: Topology['arcs'][number], { scale, translate }: Topology['transform']): Position[] {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/** A ring is arcs end to end, each repeating the last point of the one before; ~n is arc n walked backwards. */
function joined(ring: readonly number[], arcs: readonly (readonly Position[])[]): Position[] {
  const points: Position[] = [];
  for (const index of ring) {
    const arc = index < 0 ? [...(arcs[~index] ?? [])].reverse() : (arcs[index] ?? []);
    points.push(...(points.length === 0 ? arc : arc.slice(1)));
  }
  return points;
}
