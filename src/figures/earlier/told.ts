/**
 * What an earlier release told, figure by figure, and which number of today each of its figures tells of. The same forces,
 * measure, period and category are the same number, whatever the collection; a sum over other forces is another.
 */
import type { Count, WrittenCount } from '#count/count.ts';
import { fromWritten } from '#count/count.ts';
import type { Breakdown, Figure } from '../figure.ts';
import { forceNumber } from '../number.ts';

export type ToldFigure = {
  readonly id: string;
  readonly area: string;
  readonly measure: string;
  readonly period: string;
  readonly breakdown: Breakdown | null;
  readonly method: string;
  /** The forces that stand behind it, and how many more that nobody names. */
  readonly forces: readonly string[];
  readonly unnamed: number;
  readonly asked: number;
  /** Ids of the figures it was worked out from. */
  readonly from: readonly string[];
  readonly number:
    | ({ readonly status: 'published' } & WrittenCount)
    | { readonly status: 'withheld' }
    | { readonly status: 'not-available' };
};

export type ToldRelease = { readonly id: string; readonly figures: readonly ToldFigure[] };

export type ToldNumber = {
  readonly number: string;
  readonly figure: ToldFigure;
  readonly told: Count | 'withheld';
  readonly isNational: boolean;
};

/** A rate says what its total says, and a number that was not available says nothing. */
export function toldNumbers(
  { figures }: ToldRelease,
  now: ReadonlyMap<string, Figure>,
): readonly ToldNumber[] {
  return figures.flatMap((figure): readonly ToldNumber[] => {
    const { method, number, forces, unnamed, area, asked } = figure;
    if (method === 'rate' || number.status === 'not-available' || forces.length + unnamed === 0) return [];
    return [
      {
        number: numberTold(figure, now),
        figure,
        told: number.status === 'withheld' ? 'withheld' : fromWritten(number),
        isNational: method === 'published' && asked > 1 && area.startsWith('K'),
      },
    ];
  });
}

function numberTold(figure: ToldFigure, now: ReadonlyMap<string, Figure>): string {
  const { forces, unnamed, id } = figure;
  const [only] = forces;
  if (only !== undefined && forces.length === 1 && unnamed === 0) return forceNumber(only, figure);
  const own = now.get(id);
  const behind = [...forces].sort().join('+');
  const isSame =
    own !== undefined &&
    own.coverage.includedUnnamed === unnamed &&
    [...own.coverage.includedForces].sort().join('+') === behind;
  return isSame ? own.number : `earlier|${id}|${behind}|${unnamed}`;
}
