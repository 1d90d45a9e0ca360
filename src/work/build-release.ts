/**
 * Builds one release from a collection: reads every return, works out the figures, protects them, and renders every file
 * of the release as bytes. Writes nothing; see `write-release.ts`. The same collection gives the same bytes. Refuses
 * while an error is open, and when the tables cannot be protected.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCollection } from '#collection/read-collection.ts';
import { readPublished } from '#collection/read-published.ts';
import { readRequests } from '#collection/read-requests.ts';
import type { Protection } from '#disclosure/protect.ts';
import { releaseNote } from '#disclosure/release-note.ts';
import { placed } from '#figures/input.ts';
import { workOutFigures } from '#figures/work-out-figures.ts';
import type { FindingLevel } from '#finding/finding.ts';
import type { Edition } from '#publish/edition.ts';
import { readPopulations } from '#register/populations.ts';
import type { Register } from '#register/register.ts';
import { readServices } from '#register/support-services.ts';
import { readCollectionDecisions } from '#returns/decide-collection.ts';
import { tables } from '#tables/all.ts';
import { areasOf } from '#tables/areas.ts';
import { compare } from '#tables/comparison.ts';
import type { Release } from '#tables/release.ts';
import { releaseFigures } from '#tables/release-figures.ts';
import { layTable } from '#tables/table.ts';
import { type Corrects, correctionOf, markRevised, revisionOf } from './correction.ts';
import { earlierReleases, toldBy } from './earlier-releases.ts';
import { originsOf } from './origins.ts';
import { protectBeside } from './protect-beside.ts';
import { readPublication } from './read-publication.ts';
import type { ReadForce, ReadReturns } from './read-returns.ts';
import { readReturns } from './read-returns.ts';
import type { Found } from './release-findings.ts';
import {
  figureFindings,
  refuseOpenErrors,
  releaseFindings,
  returnFindings,
  unusedFindings,
} from './release-findings.ts';
import { releaseRequests, withReplies } from './release-requests.ts';
import { releaseSeries } from './release-series.ts';
import { sourcesOf, standingOf } from './release-standing.ts';
import { loadRendering, renderFiles } from './render-release.ts';

export type BuildOptions = Pick<ReadReturns, 'opened' | 'onRead'> & {
  readonly register: Register;
  /** The release that this one corrects; a first release when left out. */
  readonly corrects?: Corrects | null;
  /** Folders of other releases, or of stores, whose numbers may bear on this one. */
  readonly earlier?: readonly string[];
};

export type Built = {
  readonly release: Release;
  /** Every file of the release by its path, `release.json` last. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly summary: BuildSummary;
};

export type BuildSummary = {
  readonly returnsRead: number;
  /** Returns from which no number was taken, by folder, with their outcome. */
  readonly returnsWithoutNumbers: readonly { readonly folder: string; readonly outcome: string }[];
  readonly findings: Readonly<Record<FindingLevel, number>>;
  readonly figuresPublished: number;
  readonly figuresWithheld: number;
  readonly figuresNotAvailable: number;
  /** What is withheld only because of what earlier releases told, by name. */
  readonly withheldBesides: readonly string[];
};

const PUBLISHED = 'published.csv';
const LATER = 'published-later.csv';

export async function buildRelease(
  dir: string,
  { register, corrects = null, earlier: given = [], ...options }: BuildOptions,
): Promise<Built> {
  const rendering = loadRendering();
  const collection = readCollection(join(dir, 'collection.yaml'));
  const correction = corrects === null ? null : correctionOf(corrects, collection.id);
  const number = correction?.number ?? 1;
  const id = `${collection.id}-r${number}`;
  const earlier = earlierReleases(given, correction, id);
  const listed = readRequests(join(dir, 'requests.csv'), register);
  const published = statementsIn(dir, PUBLISHED);
  const later = statementsIn(dir, LATER);
  const { byForce, ofFigures } = readCollectionDecisions(dir, collection, register);
  const returns = await readReturns({ dir, collection, register, decisions: byForce, ...options });
  const requests = withReplies(listed, returns);
  const areas = areasOf(register);
  const ofReturns = returnFindings(returns);

  const workedOut = workOutFigures({
    collection,
    areas,
    requests,
    returns: returns.map(({ force, reading }) => ({ force, observations: reading.observations })),
    published: published.lines,
    later: later.lines,
    decided: ofReturns.doubts,
  });
  const homeless = [...byForce].filter(([code]) => !returns.some(({ force }) => force === code));
  const found = [
    ...ofReturns.found,
    ...figureFindings(workedOut.findings, ofFigures),
    ...unusedFindings(homeless.flatMap(([, decisions]) => [...decisions])),
  ];
  refuseOpenErrors(found, returns, collection.threshold);

  const { figures } = workedOut;
  const { protection, besides } = await protectBeside(workedOut, earlier.map(toldBy), collection);
  const note = noteFilter(protection, collection.threshold);
  const { origins, originId } = originsOf({
    figures,
    released: protection.released,
    returns,
    published: published.lines,
    publishedSha256: published.sha256,
    releaseNote: note,
  });
  const unmarked = releaseFigures({
    figures,
    areas,
    released: protection.released,
    originId,
    releaseDoubt: note,
  });
  const revision = correction === null ? null : revisionOf(correction, unmarked);
  const released = revision === null ? unmarked : markRevised(unmarked, revision);
  const laid = tables
    .map((table) => layTable(table, { period: collection.period, areas, figures: released }))
    .filter((table) => table.rows.length > 0);
  const edition: Edition = { publication: readPublication(join(dir, 'publication.yaml')), revision };
  const standing = standingOf(collection, origins);
  const isAnyWithheld = protection.primary.size + protection.secondary.size > 0;
  const release: Release = {
    id,
    number,
    title: collection.title,
    collection: collection.id,
    ...standing,
    period: collection.period,
    threshold: collection.threshold,
    areas,
    figures: released,
    origins,
    tables: laid,
    requests: releaseRequests(areas, requests, returns, note),
    findings: releaseFindings(found),
    audit: {
      cells: protection.released.size,
      published: [...protection.released.values()].filter(({ value }) => value.status === 'published').length,
      primary: protection.primary.size,
      secondary: protection.secondary.size,
      disclosed: 0,
      derived: isAnyWithheld ? derivedOf(protection) : null,
      earlier: earlier.map(({ manifest, sha256 }) => ({ id: manifest.id, sha256 })),
    },
    services: readServices().services.map(({ name, whoFor, phone, url, area }) => ({
      name,
      whoFor,
      phone,
      url,
      area,
    })),
    sources: sourcesOf(published.lines, requests, areas),
    comparison: compare({
      figures: released,
      areas,
      period: collection.period,
      populations: readPopulations(),
    }),
    series:
      standing.standing === 'real'
        ? await releaseSeries(collection.threshold, { guarded: isAnyWithheld ? collection.period : null })
        : null,
  };
  return {
    release,
    files: renderFiles(release, edition, await rendering),
    summary: { ...summaryOf(release, returns, found), withheldBesides: besides },
  };
}

function statementsIn(dir: string, file: string) {
  const path = join(dir, file);
  if (!existsSync(path)) return { lines: [], sha256: '' };
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  return { lines: placed(readPublished(path), file), sha256 };
}

function noteFilter({ released, primary }: Protection, threshold: number): (note: string) => string | null {
  const told = new Set<number>();
  for (const { value } of released.values()) {
    if (value.status === 'published' && value.low === value.high) told.add(value.low);
  }
  return (note) => releaseNote(note, { released: told, threshold, isAnyWithheld: primary.size > 0 });
}

function derivedOf({ derived: { tightest, widest } }: Protection): Release['audit']['derived'] {
  const bounded = (values: number | null) => (values === Number.POSITIVE_INFINITY ? null : values);
  return { tightest: bounded(tightest), widest: bounded(widest) };
}

function summaryOf(
  { figures }: Release,
  returns: readonly ReadForce[],
  found: readonly Found[],
): Omit<BuildSummary, 'withheldBesides'> {
  const withStatus = (status: string) =>
    figures.filter(({ number }) => number.value.status === status).length;
  const atLevel = (level: FindingLevel) => found.filter(({ finding }) => finding.level === level).length;
  const isWithout = ({ reading }: ReadForce) => reading.observations.length === 0;
  return {
    returnsRead: returns.filter((one) => !isWithout(one)).length,
    returnsWithoutNumbers: returns
      .filter(isWithout)
      .map(({ folder, reading }) => ({ folder, outcome: reading.outcome })),
    findings: { error: atLevel('error'), warning: atLevel('warning'), info: atLevel('info') },
    figuresPublished: withStatus('published'),
    figuresWithheld: withStatus('withheld'),
    figuresNotAvailable: withStatus('not-available'),
  };
}
