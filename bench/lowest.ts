/**
 * The lowest point of a smooth function with one valley, by the method of Broyden, Fletcher, Goldfarb and Shanno with limited memory
 * (Nocedal and Wright, Numerical Optimization, algorithm 7.4): the slopes of the last steps stand in for the curvature. No chance in it.
 */

/** Gives the value at a point and writes the slope there. */
type Valley = (at: Float64Array, slope: Float64Array) => number;

/** Steps remembered, steps at most, and the slope, at its steepest, at which the bottom is reached. */
const REMEMBERED = 10;
const MOST_STEPS = 400;
const FLAT = 1e-7;
/** A step must bring this share of what its slope promises (Armijo); else half of it is tried. */
const PROMISED = 1e-4;
const MOST_HALVES = 30;

type Step = { readonly moved: Float64Array; readonly turned: Float64Array; readonly share: number };

export function lowest(size: number, valley: Valley): Float64Array {
  let at = new Float64Array(size);
  let slope = new Float64Array(size);
  let value = valley(at, slope);
  const steps: Step[] = [];
  for (let n = 0; n < MOST_STEPS && steepest(slope) > FLAT; n += 1) {
    const way = downhill(slope, steps);
    const promise = dot(slope, way);
    let length = n === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1;
    let next = at;
    let nextSlope = slope;
    let nextValue = value;
    let isLower = false;
    for (let half = 0; half < MOST_HALVES && !isLower; half += 1) {
      next = at.map((one, i) => one + length * (way[i] as number));
      nextSlope = new Float64Array(size);
      nextValue = valley(next, nextSlope);
      isLower = nextValue <= value + PROMISED * length * promise;
      length /= 2;
    }
    if (!isLower) return at;
    const moved = next.map((one, i) => one - (at[i] as number));
    const turned = nextSlope.map((one, i) => one - (slope[i] as number));
    const both = dot(moved, turned);
    if (both > 0) steps.push({ moved, turned, share: 1 / both });
    if (steps.length > REMEMBERED) steps.shift();
    at = next;
    slope = nextSlope;
    value = nextValue;
  }
  return at;
}

/** The slope turned about, corrected by what the last steps told of the curvature. */
function downhill(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const way = slope.map((one) => -one);
  const shares: number[] = [];
  for (const { moved, turned, share } of steps.toReversed()) {
    const much = share * dot(moved, way);
    shares.push(much);
    addTo(way, turned, -much);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.share * dot(last.turned, last.turned));
    for (let i = 0; i < way.length; i += 1) way[i] = (way[i] as number) * scale;
  }
  for (const { moved, turned, share } of steps)
    addTo(way, moved, (shares.pop() ?? 0) - share * dot(turned, way));
  return way;
}

function addTo(sum: Float64Array, more: Float64Array, times: number): void {
  for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] as number) + times * (more[i] as number);
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += (one[i] as number) * (other[i] as number);
  return sum;
}

function steepest(slope: Float64Array): number {
  return slope.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
}
