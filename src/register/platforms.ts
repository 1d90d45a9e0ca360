/**
 * The platforms on which an offence was committed, by every name forces have for them. `findPlatform` reads one cell:
 * it takes away case, punctuation, counts in brackets and words such as "app", tries the names, then near misses. A cell
 * that names two platforms is `ambiguous`; an ordinary English word is never a misspelling of a platform.
 */
import { defect, type Fact, oneOf, readFacts } from './facts.ts';
import { compact, fold } from './fold.ts';
import type { Match } from './match.ts';
import { distance, stepsAllowed, stepsFromSameStart } from './nearness.ts';
import { COMBINES, inParts } from './platform-parts.ts';
import { none, type Term, terms } from './terms.ts';

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

  const owners = new Set(facts.map((fact) => compact(fact.owner)).filter((owner) => owner !== ''));
  const asWritten = new Set(
    [...facts.map((fact) => fact.name), ...aliases.map((one) => one.alias)].map((term) => term.toLowerCase()),
  );

  function known(text: string): Term<PlatformId> | undefined {
    const whole = index.exact(compact(text));
    if (whole !== undefined) return whole;
    for (const words of withoutNoise(text, noise)) {
      const bare = compact(words);
      const found = wholeCell.has(bare) ? undefined : index.exact(bare);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function find(text: string): Match<PlatformId> {
    const key = compact(text);
    if (key === '') return { kind: 'none', nearest: [] };
    const several = inParts(text, known, owners);
    // "Phone/Text" is two platforms though "phone text" is one; "Text/SMS" stands in the register as it is.
    const isTwo =
      several?.kind === 'ambiguous' && COMBINES.test(text) && !asWritten.has(text.trim().toLowerCase());
    const whole = isTwo ? undefined : known(text);
    if (whole?.value != null) return { kind: 'exact', value: whole.value, term: whole.term };
    if (several !== null) return several;
    for (const typed of [fold(text), ...withoutNoise(text, noise)]) {
      if (ordinary.has(typed)) break;
      const near = index.near(compact(typed), stepsFromSameStart, (term) =>
        mayStandFor(typed, fold(term.term)),
      );
      if (near.kind !== 'none') return near;
    }
    return none(() => index.nearest(key));
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
  const near = mayBeMisspelt(oneOf(fact.needs, NEEDS, 'platforms.csv', fact.line), fact.name);
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
  const near = mayBeMisspelt(oneOf(fact.needs, NEEDS, 'platform-aliases.csv', fact.line), fact.alias);
  return { term: fact.alias, value: fact.platform, shown, near };
}

/** A whole-cell term is often an ordinary word; from nine letters on few other words stand near it. */
function mayBeMisspelt(needs: (typeof NEEDS)[number], term: string): boolean {
  return needs === '' || compact(term).length >= 9;
}

/** Two phrases of as many words agree word by word: "age unknown" is no misspelling of "app unknown". */
function mayStandFor(typed: string, term: string): boolean {
  const [words, others] = [typed.split(' '), term.split(' ')];
  if (words.length !== others.length || words.length === 1) return true;
  return words.every((word, at) => {
    const other = others[at] ?? '';
    return word === other || distance(word, other, 2) <= stepsAllowed(word, other);
  });
}

function words(dir: string, file: string): ReadonlySet<string> {
  return new Set(readFacts(dir, file, ['word', 'source', 'added']).map((fact) => fact.word));
}

/**
 * What is left of a cell as "app", "the", bracketed counts and trailing footnote numbers are taken from its ends, one by one:
 * all at once would make "whats" of "Whats app messages".
 */
function withoutNoise(text: string, noise: ReadonlySet<string>): string[] {
  const words = fold(text.replace(/[([{]\s*(?:(?:foot)?notes?)?[\d,.\s]*[)\]}]/gi, ' ')).split(' ');
  const keys: string[] = [];
  const keep = () => keys.push(words.join(' ').replace(/(?<=\p{L})\d+$/u, ''));
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
