/**
 * One figure as every page shows it: the number, its unit, what stands behind it, where it was first published, its
 * doubts, and the link to where it comes from. The only place that decides which page a number links to.
 */
import type { Method, ReleasedFigure } from '#tables/release.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { capital, periodText, vintageText } from '../wording/names.ts';
import { numberText, rangeBeside, SYMBOLS, unitText } from '../wording/number-words.ts';
import { figurePath, originPath } from './paths.ts';

export type FigureView = {
  readonly id: string;
  readonly number: string;
  /** `exact`, `range`, `open`, `withheld` or `not-available`: chooses the size of the number, never its meaning. */
  readonly shape: string;
  /** What `[c]` or `[x]` means; null for a number. */
  readonly symbol: string | null;
  /** What the published numbers leave of a withheld one, where the release tells that. */
  readonly range: string | null;
  /** The number as it stands alone in large type: as `number`, but words in place of a symbol. */
  readonly said: string;
  readonly unit: string;
  /** What is counted, as it stands inside a sentence: `aged 13`, `all offences`. */
  readonly label: string;
  readonly sentence: string;
  readonly period: string;
  readonly method: string;
  /** Null for a number of ours, which nobody published before. */
  readonly vintage: string | null;
  readonly coverage: string;
  readonly doubts: readonly string[];
  /** The release before gave another number: it bears the mark [r]. */
  readonly isRevised: boolean;
  /** Page that shows where the number comes from. */
  readonly source: string;
  readonly sourceText: string;
  /** Page of the figure itself. */
  readonly path: string;
};

export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  stated: 'stated by the force',
  published: 'published at the time',
  sum: 'added up by us',
  difference: 'worked out by us: a whole less its parts',
  bounds: 'worked out by us: a range that must hold',
  rate: 'worked out by us: a total over the days of the period',
};

export function figureView(figure: ReleasedFigure, index: ReleaseIndex): FigureView {
  const number = numberText(figure.number, figure.decimals);
  const direct = readDirectly(figure, index);
  return {
    id: figure.id,
    number,
    shape: shapeOf(figure),
    symbol: number === '[c]' || number === '[x]' ? SYMBOLS[number] : null,
    range: rangeBeside(figure.number),
    said: SAID[number] ?? capital(number),
    unit: unitText(figure),
    label: labelOf(figure),
    sentence: figure.sentence,
    period: periodText(figure.period),
    method: METHOD_WORDS[figure.method],
    vintage: figure.vintage === null ? null : `first published ${vintageText(figure.vintage)}`,
    coverage: figure.coverage.sentence,
    doubts: figure.doubts,
    isRevised: index.changeOf(figure.id)?.kind === 'revised',
    source: direct ?? figurePath(figure),
    sourceText: sourceText(figure, direct !== null),
    path: figurePath(figure),
  };
}

/**
 * A number that was read links straight to where it was read, the weightiest place first; one that was worked out links
 * to its own page, which shows the working.
 */
function readDirectly(figure: ReleasedFigure, index: ReleaseIndex): string | null {
  const [first] = figure.origins;
  const isRead = figure.method === 'stated' || figure.method === 'published';
  const isShown = figure.number.value.status === 'published';
  return isShown && isRead && first !== undefined && figure.from.length === 0
    ? originPath(index.origin(first))
    : null;
}

const SAID: Readonly<Record<string, string>> = { '[x]': 'No figure published', '[c]': 'Withheld' };

function sourceText({ number: { value } }: ReleasedFigure, isDirect: boolean): string {
  if (value.status === 'not-available') return 'Why there is no number';
  if (value.status === 'withheld') return 'Why it is withheld';
  return isDirect ? 'Where this number was read' : 'How this was worked out';
}

function shapeOf({ number: { value } }: ReleasedFigure): string {
  if (value.status !== 'published') return value.status;
  if (value.high === null) return 'open';
  return value.low === value.high ? 'exact' : 'range';
}

function labelOf(figure: ReleasedFigure): string {
  return figure.breakdown?.label ?? figure.group?.label ?? `all ${figure.unit}`;
}
