/**
 * Look-ups over one release that pages and bulletins share. Refuses nothing by guessing: a code or id that the release
 * does not hold is our bug and throws, so that a broken link is found when the release is made and not by a reader.
 */
import type { Area, ForceRequest, Method, Origin, Release, ReleasedFigure } from '#tables/release.ts';
import type { Edition, FigureChange } from './edition.ts';
import { firstEdition } from './edition.ts';
import type { SeriesIndex } from './series-index.ts';
import { indexSeries } from './series-index.ts';

export type ReleaseIndex = {
  readonly release: Release;
  readonly edition: Edition;
  /** Whether any figure of it was revised since the release before. */
  readonly hasRevised: boolean;
  /** What others published over the years; null for practice data. */
  readonly series: SeriesIndex | null;
  readonly country: Area;
  readonly regions: readonly Area[];
  readonly forces: readonly Area[];
  area(code: string): Area;
  figure(id: string): ReleasedFigure;
  origin(id: string): Origin;
  request(force: string): ForceRequest | null;
  /** The figure that answers "how many" for an area over the release's own period; null when the release has none. */
  headline(area: string): ReleasedFigure | null;
  /** Every figure of the area over the release's period: the headline first, then as the release lists them. */
  figuresOf(area: string): readonly ReleasedFigure[];
  /** Figures about several forces together, this force among them. */
  groupsWith(force: string): readonly ReleasedFigure[];
  /** What changed in the figure since the release before; null for one that did not, and in a first release. */
  changeOf(figure: string): FigureChange | null;
  /** Figures read from this origin. */
  readFrom(origin: string): readonly ReleasedFigure[];
  /** Figures worked out from this figure. */
  workedOutFrom(figure: string): readonly ReleasedFigure[];
};

/** A number that somebody stated stands before one that we worked out. */
const METHODS: readonly Method[] = ['stated', 'published', 'sum', 'difference', 'bounds', 'rate'];

export function indexRelease(release: Release, edition: Edition = firstEdition): ReleaseIndex {
  const areas = new Map(release.areas.map((area) => [area.code, area]));
  const figures = new Map(release.figures.map((figure) => [figure.id, figure]));
  const origins = new Map(release.origins.map((origin) => [origin.id, origin]));
  const requests = new Map(release.requests.map((request) => [request.force, request]));
  const ofArea = Map.groupBy(
    release.figures.filter(({ period }) => period === release.period),
    ({ area }) => area,
  );
  const changes = new Map(edition.revision?.changes.map((change) => [change.figure, change]));
  const country = release.areas.find(({ kind }) => kind === 'country');
  if (country === undefined) throw new Error(`release ${release.id} has no country`);

  const headline = (area: string): ReleasedFigure | null =>
    (ofArea.get(area) ?? [])
      .filter((one) => one.breakdown === null && one.group === null && one.unit !== 'offences a day')
      .sort((a, b) => rank(a) - rank(b))[0] ?? null;

  return {
    release,
    edition,
    hasRevised: [...changes.values()].some(({ kind }) => kind === 'revised'),
    series: release.series === null ? null : indexSeries(release.series),
    country,
    regions: release.areas.filter(({ kind }) => kind === 'region'),
    forces: release.areas.filter(({ kind }) => kind === 'force'),
    area: (code) => found(areas, code, 'area'),
    figure: (id) => found(figures, id, 'figure'),
    origin: (id) => found(origins, id, 'origin'),
    request: (force) => requests.get(force) ?? null,
    headline,
    figuresOf: (area) => {
      const first = headline(area);
      return [...(first ? [first] : []), ...(ofArea.get(area) ?? []).filter((one) => one !== first)];
    },
    groupsWith: (force) =>
      release.figures.filter((one) => one.period === release.period && one.group?.forces.includes(force)),
    changeOf: (figure) => changes.get(figure) ?? null,
    readFrom: (origin) => release.figures.filter((one) => one.origins.includes(origin)),
    workedOutFrom: (figure) => release.figures.filter((one) => one.from.includes(figure)),
  };
}

function rank(figure: ReleasedFigure): number {
  const status = figure.number.value.status;
  const known = status === 'published' ? 0 : status === 'withheld' ? 100 : 200;
  return known + (figure.unit === 'offences' ? 0 : 50) + METHODS.indexOf(figure.method);
}

function found<T>(map: ReadonlyMap<string, T>, key: string, what: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the release names ${what} ${key} and does not hold it`);
  return value;
}
