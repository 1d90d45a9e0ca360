/**
 * The answers of the API, made of manifests. A number that is withheld or not available is a status and no number
 * at all, but for the safe range of a withheld one where its release tells that. */
import type { Manifest, ManifestFigure } from '#releases/manifest.ts';
import type { OpenRelease } from '../release-source.ts';
import type { Figure, ReleaseSummary } from './endpoints.ts';

const STATUS = { published: 'published', withheld: '[c]', 'not-available': '[x]' } as const;

export function releaseAnswer({ manifest, listed }: OpenRelease): ReleaseSummary {
  return {
    id: manifest.id,
    number: manifest.number,
    title: manifest.title,
    collection: manifest.collection,
    period: spanOf(manifest.period),
    standing: manifest.standing,
    standingSentence: manifest.standingSentence,
    state: listed.state,
    publishedAt: listed.publishedAt,
    supersedes: manifest.revision?.supersedes ?? null,
    figures: manifest.figures.length,
  };
}

export function figureAnswers(manifest: Manifest): readonly Figure[] {
  const areas = new Map(manifest.areas.map((area) => [area.code, area]));
  const changes = new Map(manifest.revision?.changes.map((change) => [change.figure, change.kind]));
  return manifest.figures.map((figure) => {
    const { code = figure.area, name = figure.area, kind = 'force' } = areas.get(figure.area) ?? {};
    const kindOfChange = changes.get(figure.id);
    return {
      id: figure.id,
      area: { code, name, kind },
      group: figure.group?.label ?? null,
      measure: figure.measure,
      unit: figure.unit,
      period: spanOf(figure.period),
      breakdown: figure.breakdown,
      method: figure.method,
      ...numberOf(figure),
      revision:
        manifest.revision === null
          ? 'first'
          : kindOfChange === undefined
            ? 'unchanged'
            : kindOfChange === 'added'
              ? 'new'
              : '[r]',
      coverage: {
        included: figure.coverage.included,
        asked: figure.coverage.asked,
        unnamed: figure.coverage.includedUnnamed,
        sentence: figure.coverage.sentence,
      },
      vintage: figure.vintage,
      sentence: figure.sentence,
      doubts: figure.doubts,
    };
  });
}

function numberOf({ number }: ManifestFigure): Pick<Figure, 'status' | 'value' | 'low' | 'high'> {
  const status = STATUS[number.status];
  if (number.status === 'withheld' && number.low !== undefined)
    return { status, low: number.low, high: number.high ?? null };
  if (number.status !== 'published') return { status };
  const { low, high } = number;
  return { status, ...(low === high ? { value: low } : {}), low, high };
}

function spanOf(written: string): { from: string; to: string } {
  const [from = '', to = ''] = written.split('/');
  return { from, to };
}
