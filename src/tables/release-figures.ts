/** Joins each figure with what disclosure released of it: its sentence, its origins, and the doubts that may be told. */
import type { Released } from '#disclosure/released.ts';
import { perDay } from '#disclosure/released.ts';
import type { Figure, Source } from '#figures/figure.ts';
import { figureSentence } from './figure-sentence.ts';
import type { Area, ReleasedFigure } from './release.ts';

export type ReleaseFiguresInput = {
  readonly figures: readonly Figure[];
  readonly areas: readonly Area[];
  /** What may be shown of each number, by its id. */
  readonly released: ReadonlyMap<string, Released>;
  readonly originId: (source: Source) => string;
  /** Null when the doubt holds a number that may not be shown. */
  readonly releaseDoubt: (doubt: string) => string | null;
};

/** An average a day is told to one decimal: more would promise what a count of a year cannot keep. */
const RATE_DECIMALS = 1;

export function releaseFigures(input: ReleaseFiguresInput): readonly ReleasedFigure[] {
  const byId = new Map(input.figures.map((figure) => [figure.id, figure]));
  const areas = new Map(input.areas.map((area) => [area.code, area]));
  const releasedOf = (figure: Figure): Released => {
    const released = input.released.get(figure.number);
    if (released === undefined) throw new Error(`no number was released or withheld for ${figure.id}`);
    return figure.days === null ? released : perDay(released, figure.days, RATE_DECIMALS);
  };
  return input.figures.map((figure) => {
    const area = areas.get(figure.area);
    if (area === undefined) throw new Error(`${figure.id} is about no area of the release`);
    const decimals = figure.days === null ? 0 : RATE_DECIMALS;
    const published = figure.from.map((id) => byId.get(id)).find((from) => from?.method === 'published');
    const whole =
      published === undefined
        ? null
        : { released: releasedOf(published), forces: published.coverage.included };
    const released = releasedOf(figure);
    return {
      id: figure.id,
      area: figure.area,
      group: figure.group,
      measure: figure.measure,
      unit: figure.days === null ? figure.unit : 'offences a day',
      period: figure.period,
      breakdown: figure.breakdown,
      method: figure.method,
      number: released,
      decimals,
      sentence: figureSentence({ figure, released, decimals, area, whole }),
      coverage: figure.coverage,
      vintage: figure.vintage,
      origins: [...new Set(figure.sources.map(input.originId))],
      from: figure.from,
      doubts: figure.doubts.flatMap((doubt) => input.releaseDoubt(doubt) ?? [WITHHELD_DOUBT]),
    };
  });
}

const WITHHELD_DOUBT =
  'A doubt about this figure is recorded and is not shown here, because it holds a number that is withheld.';
