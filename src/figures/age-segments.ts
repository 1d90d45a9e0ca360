/**
 * Cuts ages into the smallest spans that every band in use is made of, so that bands which overlap (`0-9`, `0-10`, `10`)
 * are sums of the same spans and can be compared: the number aged 0 to 10 is the number aged 0 to 9 and the number aged 10.
 */

/** Ages in the last span have no end. */
const OLDEST = 200;

export type AgeSegments = {
  /** Every span in order: `0-9`, `10`, `11`, `18+`. */
  readonly all: readonly string[];
  /** The spans of a band; empty for what is not a band of ages (`unknown`). */
  readonly of: (band: string) => readonly string[];
};

export function ageSegments(bands: Iterable<string>): AgeSegments {
  const spans = new Map<string, readonly [from: number, to: number]>();
  const cuts = new Set<number>([0]);
  for (const band of bands) {
    const span = spanOf(band);
    if (span === null) continue;
    spans.set(band, span);
    cuts.add(span[0]);
    if (span[1] < OLDEST) cuts.add(span[1] + 1);
  }
  const starts = [...cuts].sort((a, b) => a - b);
  const segments = starts.map((from, index) => ({ from, to: (starts[index + 1] ?? OLDEST + 1) - 1 }));
  return {
    all: segments.map(written),
    of: (band) => {
      const span = spans.get(band);
      if (span === undefined) return [];
      return segments.filter(({ from, to }) => from >= span[0] && to <= span[1]).map(written);
    },
  };
}

function spanOf(band: string): readonly [number, number] | null {
  const match = /^(\d+)(?:-(\d+)|(\+))?$/.exec(band);
  if (match === null) return null;
  const from = Number(match[1]);
  const to = match[3] === '+' ? OLDEST : Number(match[2] ?? match[1]);
  return to < from || to > OLDEST ? null : [from, to];
}

function written({ from, to }: { readonly from: number; readonly to: number }): string {
  if (to === OLDEST) return `${from}+`;
  return from === to ? String(from) : `${from}-${to}`;
}
