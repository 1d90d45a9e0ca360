/**
 * The outlines of the territorial forces as paths for a picture: projected so that a degree east is as long as it is at the
 * middle of the country, rounded to whole units of the picture, islands too small to see left out. Good to look at and not
 * to measure.
 */
import type { Outline, Position } from '#register/boundaries.ts';
import { readBoundaries } from '#register/boundaries.ts';

export type MapShapes = {
  readonly width: number;
  readonly height: number;
  /** By GSS code of the force. */
  readonly paths: ReadonlyMap<string, string>;
};

const WIDTH = 600;
/** Half of England and Wales lies on either side. */
const MIDDLE = 52.8;
/** Square units of the picture. */
const SMALLEST = 6;

export function mapShapes(outlines: readonly Outline[] = readBoundaries()): MapShapes {
  const all = outlines.flatMap(({ polygons }) => polygons.flat(2));
  const east = Math.cos((MIDDLE * Math.PI) / 180);
  const [west, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const scale = WIDTH / ((right - west) * east);
  const place = ([x, y]: Position) =>
    [Math.round((x - west) * east * scale), Math.round((north - y) * scale)] as const;
  return {
    width: WIDTH,
    height: Math.ceil((north - south) * scale),
    paths: new Map(
      outlines.map(({ force, polygons }) => {
        const rings = polygons.flat().map((ring) => distinct(ring.map(place)));
        const largest = Math.max(...rings.map(sizeOf));
        // The smallest force is smaller than many islands: its largest ring always stays.
        const kept = rings.filter((ring) => sizeOf(ring) >= Math.min(SMALLEST, largest));
        return [force, kept.map(written).join('')];
      }),
    ),
  };
}

type Place = readonly [number, number];

function distinct(ring: readonly Place[]): readonly Place[] {
  return ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1]?.[0] || y !== ring[at - 1]?.[1]);
}

function sizeOf(ring: readonly Place[]): number {
  const twice = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Steps from point to point are shorter than places. */
function written(ring: readonly Place[]): string {
  const [first, ...rest] = ring;
  if (first === undefined) return '';
  let [x, y] = first;
  const steps = rest.slice(0, -1).map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${first[0]} ${first[1]}l${steps.join(' ')}z`;
}
