/**
 * The figures that others published over the years, made ready for a release. They are public already; they go through the
 * door of disclosure all the same, release by release, with what one statement leaves of another, so that no page can
 * show or give away a small count below national level, whoever printed it first.
 */
import { protect } from '#disclosure/protect.ts';
import { releaseNote } from '#disclosure/release-note.ts';
import type { Released } from '#disclosure/released.ts';
import type { SeriesCell } from '#figures/series/cells.ts';
import { seriesCells } from '#figures/series/cells.ts';
import { matchedChanges, seriesChanges } from '#figures/series/changes.ts';
import { flagUses } from '#figures/series/flag-use.ts';
import { seriesMeasures } from '#figures/series/measures.ts';
import { overlaps, period as parsePeriod } from '#period/period.ts';
import type { Contradiction, PublishedFact } from '#register/published-figures.ts';
import { readContradictions, readPublishedFigures, readSeriesBreaks } from '#register/published-figures.ts';
import type { ReleasedCell, ReleasedSeries, SeriesStatement } from '#tables/released-series.ts';
import {
  isNationalArea,
  matchedModel,
  matchedNumber,
  seriesModels,
  statementNumber,
} from './series-models.ts';

export type SeriesOptions = {
  /**
   * The period of a release that withholds a number below national level. What others printed of that period could be used
   * to work it out, so none of it is repeated there below national level. Null when the release withholds nothing.
   */
  readonly guarded?: string | null;
  /** Those of the register unless given. */
  readonly facts?: readonly PublishedFact[];
};

export async function releaseSeries(
  threshold: number,
  { guarded = null, facts = readPublishedFigures() }: SeriesOptions = {},
): Promise<ReleasedSeries> {
  const cells = seriesCells(facts).filter((cell) => isTold(cell) && !isGuarded(cell, guarded));
  const matched = matchedChanges(cells);
  const released = new Map<string, Released>();
  for (const model of [...seriesModels(cells, threshold), matchedModel(matched, threshold)]) {
    for (const [id, number] of (await protect(model)).released) released.set(id, number);
  }
  const numberOf = (id: string): Released => {
    const number = released.get(id);
    if (number === undefined) throw new Error(`${id} did not go through the door`);
    return number;
  };
  const withheld = [...released.values()].filter(({ value }) => value.status === 'withheld').length;
  const told = (fact: PublishedFact) => statement(fact, threshold, numberOf);
  const contradictions = readContradictions();
  const many = cells.reduce((sum, { statements }) => sum + statements.length, 0);
  return {
    leftOut: facts.length - many,
    audit: { cells: released.size, withheld, disclosed: 0 },
    measures: seriesMeasures,
    cells: cells.map((cell) => releasedCell(cell, told)),
    changes: seriesChanges(cells)
      .filter((change) => !isBroken(change, contradictions))
      .map(({ before, after, firstBefore, printed, measure, code }) => ({
        measure,
        code,
        from: before.period,
        to: after.period,
        before: idOf(before),
        after: idOf(after),
        firstBefore: firstBefore === null ? null : idOf(firstBefore),
        printed: printed.map(idOf),
      })),
    matched: matched.map((one) => ({
      measure: one.measure,
      from: one.from,
      to: one.to,
      release: one.release,
      forces: one.pairs.map(({ code }) => code),
      before: numberOf(matchedNumber(one, 'before')),
      after: numberOf(matchedNumber(one, 'after')),
      raw: one.raw === null ? null : { before: idOf(one.raw.before), after: idOf(one.raw.after) },
    })),
    flagUse: flagUses(cells).map(({ code, period, flagged, communication, isShort }) => ({
      code,
      period,
      flagged: idOf(flagged),
      communication: idOf(communication),
      isShort,
    })),
    contradictions,
    breaks: readSeriesBreaks(),
  };
}

/**
 * The age of the youngest describes one child and is no statistic. A share of a force's offences or victims could be
 * turned back into a small count. Neither is told.
 */
function isTold({ unit, areaType, category }: SeriesCell): boolean {
  if (unit === 'years') return false;
  return (
    unit !== 'percent' || areaType === 'uk' || areaType === 'country' || /^percent change/.test(category)
  );
}

/** Through numbers that cannot be one series no change is drawn, not even within one release. */
function isBroken(
  { measure, code }: { readonly measure: string; readonly code: string },
  contradictions: readonly Contradiction[],
): boolean {
  return contradictions.some(
    (one) => one.kind === 'cannot be one series' && one.measure === measure && one.code === code,
  );
}

/** Also years that several others contain: a sum less its other years gives the year. */
function isGuarded({ said, areaType, code }: SeriesCell, guarded: string | null): boolean {
  const span = guarded === null ? null : parsePeriod(guarded);
  return span !== null && overlaps(said.span, span) && !isNationalArea(areaType, code);
}

function idOf({ line }: PublishedFact): string {
  return `s${line}`;
}

function releasedCell(cell: SeriesCell, told: (fact: PublishedFact) => SeriesStatement): ReleasedCell {
  const { id, measure, period, said, areaType, area, code, dimension, category, unit } = cell;
  return {
    ...{ id, measure, period, dimension, category, unit },
    periodLabel: said.label,
    kind: said.kind,
    from: said.span.from,
    area: { type: areaType, code, name: area },
    statements: cell.statements.map(told),
    used: cell.used === null ? null : idOf(cell.used),
    first: cell.first === null ? null : idOf(cell.first),
    why: cell.why,
    isContested: cell.isContested,
  };
}

function statement(
  fact: PublishedFact,
  threshold: number,
  numberOf: (id: string) => Released,
): SeriesStatement {
  const isCount = isCounted(fact);
  const rules = { released: new Set([fact.value]), threshold, isAnyWithheld: false };
  return {
    id: idOf(fact),
    number: isCount ? numberOf(statementNumber(fact)) : null,
    printed: isCount ? null : fact.value,
    grade: fact.grade,
    release: fact.release,
    forces: fact.forcesResponding,
    sourceUrl: fact.sourceUrl,
    host: URL.canParse(fact.sourceUrl) ? new URL(fact.sourceUrl).hostname.replace(/^www\./, '') : '',
    note: releaseNote(fact.note, rules) ?? '',
  };
}

function isCounted({ unit }: Pick<PublishedFact, 'unit'>): boolean {
  return unit === 'offences' || unit === 'victims';
}
