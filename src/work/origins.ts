/**
 * Where each figure was read, as the release tells it: file, hash and place, and the row or sentence around the number
 * with every count masked that is not itself released at that very place.
 */
import { isExact } from '#count/count.ts';
import type { ShownPart } from '#disclosure/mask.ts';
import { MASK, maskText, nothingVisible } from '#disclosure/mask.ts';
import type { Released } from '#disclosure/released.ts';
import { forReaders } from '#figures/doubts.ts';
import type { Figure, Source } from '#figures/figure.ts';
import type { PublishedLine } from '#figures/input.ts';
import { slug } from '#figures/number.ts';
import { placeInWords } from '#finding/place.ts';
import type { Origin, OriginShown } from '#tables/release.ts';
import type { Excerpt } from './excerpt.ts';
import { declaration, excerptAt } from './excerpt.ts';
import type { ReadForce } from './read-returns.ts';

export type OriginInput = {
  readonly figures: readonly Figure[];
  readonly released: ReadonlyMap<string, Released>;
  readonly returns: readonly ReadForce[];
  readonly published: readonly PublishedLine[];
  /** Hash of the file of published statements. */
  readonly publishedSha256: string;
  readonly releaseNote: (note: string) => string | null;
};

export type Origins = { readonly origins: readonly Origin[]; readonly originId: (source: Source) => string };

export function originsOf(input: OriginInput): Origins {
  const sources = new Map<Source, Figure>();
  for (const figure of input.figures) {
    for (const source of figure.sources) if (isDirect(figure)) sources.set(source, figure);
  }
  const visible = visiblePlaces(sources, input.released);
  const ids = new Map<Source, string>();
  const taken = new Set<string>();
  const origins = [...sources].map(([source, figure]): Origin => {
    const id = freeId(source, taken);
    ids.set(source, id);
    const isTold = isShown(input.released.get(figure.number));
    return { id, ...originOf(source, isTold, visible, input) };
  });
  return {
    origins: origins.sort((a, b) => (a.id < b.id ? -1 : 1)),
    originId: (source) => {
      const id = ids.get(source);
      if (id === undefined) throw new Error(`${source.at} is the origin of no figure`);
      return id;
    },
  };
}

/** Derived figures lead to the same places through the figures they come from. */
function isDirect(figure: Figure): boolean {
  return figure.days === null && figure.from.length === 0;
}

function freeId(source: Source, taken: Set<string>): string {
  const base = slug(`${source.force ?? ''} ${source.at}`);
  const category = slug(source.breakdown?.category ?? '');
  let id = taken.has(base) && category !== '' ? `${base}-${category}` : base;
  for (let times = 2; taken.has(id); times++) id = `${base}-${times}`;
  taken.add(id);
  return id;
}

function isShown(released: Released | undefined): boolean {
  return released?.value.status === 'published';
}

/** The released numbers by force and place: only these may stand beside another number. */
function visiblePlaces(
  sources: ReadonlyMap<Source, Figure>,
  released: ReadonlyMap<string, Released>,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [source, figure] of sources) {
    if (!isShown(released.get(figure.number)) || !isExact(source.count)) continue;
    const key = placeKey(source.force, source.at);
    places.set(key, [...(places.get(key) ?? []), source.count.low]);
  }
  return places;
}

function placeKey(force: string | null, at: string): string {
  return `${force ?? ''} ${at}`;
}

function originOf(
  source: Source,
  isTold: boolean,
  visible: ReadonlyMap<string, readonly number[]>,
  input: OriginInput,
): Omit<Origin, 'id'> {
  const { kind, at, force, url } = source;
  const own = isTold && isExact(source.count) ? source.count.low : null;
  const seen = (place: string) => visible.get(placeKey(force, place)) ?? [];
  if (kind === 'published-statement') {
    const line = input.published.find((one) => one.at === at);
    const file = at.slice(0, at.lastIndexOf('#'));
    const shown = line === undefined ? placeOnly(at) : statementShown(line, isTold, input.releaseNote);
    return { kind, file, sha256: input.publishedSha256, at, force, url, shown, declares: null };
  }
  const sent = input.returns.find((one) => one.force === force);
  const name = at.slice(0, at.lastIndexOf('#'));
  const outer = sent?.files.find(({ file }) => name === file || name.startsWith(`${file}/`));
  if (sent === undefined || outer === undefined) throw new Error(`${at} stands in no file of a return`);
  const value = isExact(source.count) ? source.count.low : null;
  const category = source.breakdown?.category ?? null;
  const excerpt = excerptAt(sent.documents, { at, value, category });
  return {
    kind,
    file: `${sent.folder}/${outer.file}`,
    sha256: outer.sha256,
    at,
    force,
    url,
    shown: excerpt === null ? placeOnly(at) : shownOf(excerpt, own, seen, at, source),
    declares: maskedOrNull(declaration(sent.documents, outer.file)),
  };
}

function placeOnly(at: string): OriginShown {
  return { kind: 'sentence', parts: [{ text: `It stands at ${placeInWords(at)}.`, role: 'text' }] };
}

function shownOf(
  excerpt: Excerpt,
  own: number | null,
  seen: (place: string) => readonly number[],
  at: string,
  { breakdown }: Source,
): OriginShown {
  const band = breakdown?.dimension === 'age' ? breakdown.category : null;
  // A page is one place for all of its numbers: which of them are released at this line cannot be told from it.
  const others = isPage(at) ? [] : seen(at);
  if (excerpt.kind === 'sentence') {
    const released = isPage(at) && own !== null ? [own] : others;
    return { kind: 'sentence', parts: maskText(excerpt.text, { own, released, band }) };
  }
  const cells = excerpt.cells.map((cell, index): ShownPart => {
    // The label of the row is the category the number is told under: a lone age is no count there.
    const isQuestion = /^question$/i.test(excerpt.headers[index] ?? '') && !cell.isOwn;
    const isLabel =
      isQuestion ||
      (index === 0 && !cell.isOwn && breakdown?.dimension === 'age' && agesIn(cell.text, breakdown.category));
    if (isLabel) return { text: cell.text, role: 'text' };
    if (cell.isOwn) return joined(maskText(cell.text, { own, released: own === null ? [] : [own] }));
    return joined(maskText(cell.text, { own: null, released: isPage(cell.at) ? [] : seen(cell.at) }));
  });
  return { kind: 'row', headers: excerpt.headers.map((header) => masked(header)), cells };
}

function isPage(at: string): boolean {
  return /#page\d+$/.test(at);
}

/** True when every number in the label is one of the category's own. */
function agesIn(label: string, category: string): boolean {
  const ages = new Set(category.match(/\d+/g) ?? []);
  const numbers = label.match(/\d+/g) ?? [];
  return numbers.length > 0 && numbers.every((number) => ages.has(String(Number(number))));
}

function maskedOrNull(text: string | null): string | null {
  return text === null ? null : masked(text);
}

function masked(text: string): string {
  return joined(maskText(text, nothingVisible)).text;
}

/** One cell is one part: its number when it is nothing else, masked when something in it is. */
function joined(parts: readonly ShownPart[]): ShownPart {
  const text = parts.map((part) => part.text).join('');
  if (parts.some((part) => part.role === 'number')) return { text, role: 'number' };
  return { text, role: parts.some((part) => part.role === 'masked') ? 'masked' : 'text' };
}

const STATEMENT_COLUMNS = [
  'area',
  'value',
  'unit',
  'period',
  'category',
  'forces_responding',
  'release',
  'note',
];

/** A line of the published statements: what each column holds is known, so only the number and the note are guarded. */
function statementShown(
  line: PublishedLine,
  isTold: boolean,
  releaseNote: (note: string) => string | null,
): OriginShown {
  const cell = (column: string) => {
    const text = line.cells[column] ?? '';
    return column === 'note' ? forReaders(text) : text;
  };
  const columns = STATEMENT_COLUMNS.filter((column) => cell(column) !== '');
  return {
    kind: 'row',
    headers: columns.map((column) => column.replaceAll('_', ' ')),
    cells: columns.map((column): ShownPart => {
      const text = cell(column);
      // "Over 100" is printed as 100 and means 101 and more: what is printed may be shown when its meaning may.
      if (column === 'value') return isTold ? { text, role: 'number' } : { text: MASK, role: 'masked' };
      if (column !== 'note') return { text, role: 'text' };
      const note = releaseNote(text);
      return note === null ? joined(maskText(text, nothingVisible)) : { text: note, role: 'text' };
    }),
  };
}
