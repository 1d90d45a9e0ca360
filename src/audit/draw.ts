/**
 * Draws records at random and repeatably: the order of a record is a number made from the seed and its reference, so the same extract
 * and seed give the same sample, whatever the order of the rows or the number of workers.
 */

/** From 0 up to 2 to the 53rd; the same for the same seed and reference. */
export function orderOf(seed: number, a: number, b: number): number {
  let x = (seed ^ 0x9e3779b9) >>> 0;
  x = mix(x ^ a);
  const high = mix(x ^ b);
  const low = mix(high ^ Math.imul(x, 0x85ebca6b));
  return (high & 0x1fffff) * 4_294_967_296 + (low >>> 0);
}

function mix(value: number): number {
  let x = value >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}
