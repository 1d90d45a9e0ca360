/**
 * A funnel: how far each unit's rate lies from the common rate, against limits that widen where few children live. Real
 * units differ by more than chance, here most of all because they record differently. How much more is measured
 * (Spiegelhalter's winsorised phi) and put into the limits as a random effect that all units share. Ranks nobody.
 */
export type FunnelUnit = { readonly code: string; readonly count: number; readonly population: number };

export type FunnelPoint = FunnelUnit & {
  readonly rate: number;
  /** Outside the limits that allow for what units differ by; `high` is above. */
  readonly outside: 'no' | 'low' | 'high';
  /** Whether outside the wider limits. */
  readonly isFar: boolean;
};

export type Limits = { readonly population: number; readonly low: number; readonly high: number };

export type Funnel = {
  /** Offences a child, of all units together. */
  readonly common: number;
  readonly points: readonly FunnelPoint[];
  /** How many times chance the units vary, winsorised; 1 is chance alone. */
  readonly phi: number;
  /** Standard deviation of the units' own rates, beyond chance. */
  readonly tau: number;
  /** Share of points outside the 95 % limits of chance alone. */
  readonly outsideChance: number;
  readonly chance: (level: Level, population: number) => Limits;
  readonly limits: (level: Level, population: number) => Limits;
};

export type Level = '95' | '99.8';
const Z: Readonly<Record<Level, number>> = { '95': 1.959963984540054, '99.8': 3.090232306167813 };
/** A tenth of the units at either end is drawn in before the spread is measured, so that no single one decides it. */
const WINSOR = 0.1;
export const FEWEST_UNITS = 8;

/** Null for too few units or no event at all: a limit drawn from so little would say nothing. */
export function funnel(units: readonly FunnelUnit[]): Funnel | null {
  const children = units.reduce((sum, { population }) => sum + population, 0);
  const events = units.reduce((sum, { count }) => sum + count, 0);
  if (units.length < FEWEST_UNITS || events === 0 || units.some(({ population }) => population <= 0))
    return null;
  const common = events / children;
  const chanceSd = (population: number) => Math.sqrt(common / population);
  const z = units.map(({ count, population }) => (count / population - common) / chanceSd(population));
  const drawn = winsorised(z);
  const phi = drawn.reduce((sum, one) => sum + one * one, 0) / units.length;
  const tau = Math.sqrt(
    betweenUnits(
      phi,
      units.map(({ population }) => 1 / chanceSd(population) ** 2),
    ),
  );
  const at = (spread: (population: number) => number) => (level: Level, population: number) => ({
    population,
    low: Math.max(0, common - Z[level] * spread(population)),
    high: common + Z[level] * spread(population),
  });
  const chance = at(chanceSd);
  const limits = at((population) => Math.hypot(chanceSd(population), tau));
  const points = units.map((unit): FunnelPoint => {
    const rate = unit.count / unit.population;
    const side = ({ low, high }: Limits) => (rate < low ? 'low' : rate > high ? 'high' : 'no');
    const outside = side(limits('95', unit.population));
    return { ...unit, rate, outside, isFar: side(limits('99.8', unit.population)) !== 'no' };
  });
  const outsideChance = z.filter((one) => Math.abs(one) > Z['95']).length / units.length;
  return { common, points, phi, tau, outsideChance, chance, limits };
}

/** DerSimonian and Laird's between-unit variance from the winsorised statistic; none where units vary no more than by chance. */
function betweenUnits(phi: number, weights: readonly number[]): number {
  const n = weights.length;
  const sum = weights.reduce((total, one) => total + one, 0);
  const squares = weights.reduce((total, one) => total + one * one, 0);
  return Math.max(0, (n * phi - (n - 1)) / (sum - squares / sum));
}

export function winsorised(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(values.length * WINSOR);
  const low = sorted[cut] ?? 0;
  const high = sorted[sorted.length - 1 - cut] ?? 0;
  return values.map((value) => Math.min(high, Math.max(low, value)));
}
