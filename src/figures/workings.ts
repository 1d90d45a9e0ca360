/** What every kind of figure is made from, gathered once. */
import type { Tightened } from '#count/tighten.ts';
import type { AreaLookUp } from './area-look-up.ts';
import type { OwnSum } from './bound-sums.ts';
import type { Difference } from './differences.ts';
import type { Doubts } from './doubts.ts';
import type { FigureInput } from './input.ts';
import type { Known } from './known.ts';
import type { Statement } from './statements.ts';

export type Workings = {
  readonly input: FigureInput;
  readonly look: AreaLookUp;
  readonly known: ReadonlyMap<string, Known>;
  readonly statements: readonly Statement[];
  readonly differences: readonly Difference[];
  readonly ownSums: readonly AreaSum[];
  readonly doubts: Doubts;
  readonly tight: Tightened;
};

/** What the known forces of an area add up to. */
export type AreaSum = OwnSum & { readonly unit: 'offences' | 'victims' };
