/**
 * The platforms on which an offence was committed, by every name forces have for them. `findPlatform` reads one cell:
 * it takes away case, punctuation, counts in brackets and words such as "app", tries the names, then near misses. A cell
 * that names two platforms is `ambiguous`; an ordinary English word is never a misspelling of a platform.
 */
import { defect, type Fact, oneOf, readFacts } from './facts.ts';
import { compact, fold } from './fold.ts';
import type { Match } from './match.ts';
import { type Term, terms } from './terms.ts';

/** `snapchat`, `facebook-messenger`, … `unknown` and `other`: the ids of `register/platforms.csv`. */
export type PlatformId = string;

export type Platform = {
  readonly id: PlatformId;
  readonly name: string;
  readonly kind: string;
};

export type Platforms = {
  readonly platforms: readonly Platform[];
  /** Every spelling, for finding platforms inside a text; `alone` marks those that mean a platform only as a whole cell. */
  readonly platformTerms: readonly {
    readonly term: string;
    readonly id: PlatformId;
    readonly alone: boolean;
  }[];
  readonly findPlatform: (text: string) => Match<PlatformId>;
};

const NEEDS = ['', 'whole cell'] as const;
/** Kinds of place rather than places: `Roblox (online game)` is Roblox. */
const GENERIC = new Set([
  'chat-room',
  'dating-site',
  'live-streaming',
  'online-game',
  'social-media',
  'website',
]);

export function readPlatforms(dir: string): Platforms {
  const facts = readFacts(dir, 'platforms.csv', PLATFORM_COLUMNS);
  const aliases = readFacts(dir, 'platform-aliases.csv', ALIAS_COLUMNS);
  const noise = words(dir, 'platform-noise-words.csv');
  const ordinary = words(dir, 'ordinary-words.csv');
  const names = new Map(facts.map((fact) => [fact.id, fact.name]));
  const index = terms<PlatformId>(
    [...facts.map(nameTerm), ...aliases.map((alias) => aliasTerm(alias, names))],
    (term, other) => {
      const line = aliases.find((alias) => alias.alias === term.term)?.line ?? 1;
      throw defect('platform-aliases.csv', line, `"${term.term}" already names ${other.shown}`);
    },
  );
  const wholeCell = new Set(
    [...facts, ...aliases]
      .filter((fact) => fact.needs !== '')
      .map((fact) => compact('alias' in fact ? fact.alias : fact.name)),
  );

  function known(text: string): Term<PlatformId> | undefined {
    const whole = index.exact(compact(text));
    if (whole !== undefined) return whole;
    for (const bare of withoutNoise(text, noise)) {
      const found = wholeCell.has(bare) ? undefined : index.exact(bare);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function find(text: string): Match<PlatformId> {
    const key = compact(text);
    if (key === '') return { kind: 'none', nearest: [] };
    const whole = known(text);
    if (whole?.value != null) return { kind: 'exact', value: whole.value, term: whole.term };
    const several = inParts(text, known);
    if (several !== null) return several;
    for (const typed of [key, ...withoutNoise(text, noise)]) {
      if (ordinary.has(typed)) break;
      const near = index.near(typed);
      if (near.kind !== 'none') return near;
    }
    return { kind: 'none', nearest: index.nearest(key) };
  }

  const answers = new Map<string, Match<PlatformId>>();
  return {
    platforms: facts.map(({ id, name, kind }) => ({ id, name, kind })),
    platformTerms: [
      ...facts.map(({ id, name, needs }) => ({ term: name, id, alone: needs !== '' })),
      ...aliases.map(({ alias, platform, needs }) => ({ term: alias, id: platform, alone: needs !== '' })),
    ],
    findPlatform(text) {
      const known = answers.get(text);
      if (known !== undefined) return known;
      const answer = find(text);
      // A return of one row per crime asks for the same few words thousands of times; a hostile one for ever new ones.
      if (answers.size < 5_000) answers.set(text, answer);
      return answer;
    },
  };
}

const PLATFORM_COLUMNS = [
  'id',
  'name',
  'kind',
  'needs',
  'owner',
  'from_year',
  'to_year',
  'years_basis',
  'note',
] as const;
const ALIAS_COLUMNS = ['alias', 'platform', 'needs', 'kind', 'source', 'added'] as const;

function nameTerm(fact: Fact<(typeof PLATFORM_COLUMNS)[number]>): Term<PlatformId> {
  const near = oneOf(fact.needs, NEEDS, 'platforms.csv', fact.line) === '';
  return { term: fact.name, value: fact.id, shown: fact.name, near };
}

function aliasTerm(
  fact: Fact<(typeof ALIAS_COLUMNS)[number]>,
  names: ReadonlyMap<string, string>,
): Term<PlatformId> {
  const shown = names.get(fact.platform);
  if (shown === undefined) {
    throw defect('platform-aliases.csv', fact.line, `no platform has the id "${fact.platform}"`);
  }
  const near = oneOf(fact.needs, NEEDS, 'platform-aliases.csv', fact.line) === '';
  return { term: fact.alias, value: fact.platform, shown, near };
}

function words(dir: string, file: string): ReadonlySet<string> {
  return new Set(readFacts(dir, file, ['word', 'source', 'added']).map((fact) => fact.word));
}

/**
 * The keys of a cell as "app", "the", bracketed counts and trailing footnote numbers are taken from its ends, one by one:
 * all at once would make "whats" of "Whats app messages".
 */
function withoutNoise(text: string, noise: ReadonlySet<string>): string[] {
  const words = fold(text.replace(/[([{]\s*[\d,.]*\s*[)\]}]/g, ' ')).split(' ');
  const keys: string[] = [];
  const keep = () => keys.push(words.join('').replace(/(?<=\p{L})\d+$/u, ''));
  keep();
  while (words.length > 1 && (noise.has(words.at(-1) ?? '') || /^\d+$/.test(words.at(-1) ?? ''))) {
    words.pop();
    keep();
  }
  while (words.length > 1 && noise.has(words[0] ?? '')) {
    words.shift();
    keep();
  }
  return [...new Set(keys)];
}

/** A cell made of several parts: one platform when all known parts agree, ambiguous when they differ, null when unknown. */
function inParts(
  text: string,
  known: (part: string) => Term<PlatformId> | undefined,
): Match<PlatformId> | null {
  const parts = text
    .split(/[()[\]{}/\\,;:+|&]|\s[-\u2010-\u2015]\s|\s(?:and|or|via|a|ac|neu)\s/i)
    .filter((part) => /\p{L}/u.test(part) || compact(part).length > 3);
  if (parts.length < 2) return null;
  const found = parts.map((part) => known(part));
  const named = found.filter((term) => term !== undefined);
  const values = new Set(named.map((term) => term.value));
  const combined = /[/\\,;+|&]|\s(?:and|or|a|ac|neu)\s/i.test(text);
  const specific = combined ? named : named.filter((term) => !GENERIC.has(term.value ?? ''));
  const [only] = specific;
  const agree = new Set(specific.map((term) => term.value)).size === 1;
  if (named.length === parts.length && agree && only?.value != null) {
    return { kind: 'exact', value: only.value, term: only.term };
  }
  if (values.size < 2) return null;
  return { kind: 'ambiguous', nearest: [...new Set(named.map((term) => term.shown))].slice(0, 3) };
}
