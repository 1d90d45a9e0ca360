/**
 * Home Office offence codes and classes by code and by title. `findOffence` gives a code only where the text prints one
 * that exists, in any form (71/17, 071/17, 71-17, with or without the title), or a title that belongs to exactly one
 * code; a title shared by several codes gives its class. A code that contradicts the title beside it is `ambiguous`.
 */
import { defect, type Fact, oneOf, readFacts } from './facts.ts';
import { compact, fold } from './fold.ts';
import type { Match } from './match.ts';
import { distance, stepsAllowed } from './nearness.ts';
import { none, type Term, terms } from './terms.ts';

export type Offence = {
  /** `code` is one offence (`71/17`); `class` is a Home Office class of several (`88A`). */
  readonly kind: 'code' | 'class';
  readonly code: string;
  readonly title: string;
};

export type Offences = {
  readonly offences: readonly Offence[];
  readonly findOffence: (text: string) => Match<Offence>;
};

const CODE_COLUMNS = [
  'code',
  'short',
  'title',
  'group',
  'class',
  'act',
  'section',
  'child_specific',
  'in_force_from',
  'in_force_to',
  'often_online',
  'code_verified',
  'section_basis',
  'note',
] as const;
const CLASS_COLUMNS = ['class', 'title', 'parent', 'names_child_victim'] as const;

/** `HO code 071/17`, `(71-17)`; not `2016/17` and not `7117`. */
const CODE = /(?<![\d/.-])0{0,2}(\d{1,3})\s?[/-]\s?0?(\d{1,2})(?![\d/-])/;

export function readOffences(dir: string): Offences {
  const codes = readFacts(dir, 'offences.csv', CODE_COLUMNS);
  const offences: Offence[] = [
    ...codes.map(({ code, title }) => ({ kind: 'code' as const, code, title })),
    ...readFacts(dir, 'offence-classes.csv', CLASS_COLUMNS).map((fact) => ({
      kind: 'class' as const,
      code: fact.class,
      title: fact.title,
    })),
  ];
  const byCode = new Map(offences.map((offence) => [`${offence.kind} ${offence.code}`, offence]));
  const byNumber = new Map(codes.map((fact) => [plainCode(fact.code), byCode.get(`code ${fact.code}`)]));
  const aliases = readFacts(dir, 'offence-aliases.csv', ['alias', 'offence', 'kind', 'source', 'added']);
  const classTitles = new Set(
    offences.filter((one) => one.kind === 'class').map((one) => compact(one.title)),
  );
  const all: Term<Offence>[] = offences
    // A title that names a class and one of its codes is the class: it may count the other codes too.
    .filter((offence) => offence.kind === 'class' || !classTitles.has(compact(offence.title)))
    .map((value) => ({ term: value.title, value, shown: value.title, near: true }));
  for (const alias of aliases) all.push(aliasTerm(alias, byCode));
  const index = terms<Offence>(all, (term, other) => {
    const line = aliases.find((alias) => alias.alias === term.term)?.line ?? 1;
    throw defect('offence-aliases.csv', line, `"${term.term}" already names ${other.shown}`);
  });
  const long = all.map((term) => ({ term, words: fold(term.term).split(' ') }));

  function byTitle(text: string): Match<Offence> {
    const key = compact(text);
    if (key === '') return { kind: 'none', nearest: [] };
    const found = index.exact(key) ?? index.exact(compact(withoutLead(text)));
    if (found?.value != null) return { kind: 'exact', value: found.value, term: found.term };
    const words = fold(withoutLead(text)).split(' ');
    const close = long.filter((one) => isSpeltAlike(words, one.words)).map((one) => one.term);
    const [first] = close;
    if (first?.value == null) return none(() => index.nearest(key));
    if (close.every((term) => term.value === first.value))
      return { kind: 'near', value: first.value, term: first.term };
    return { kind: 'ambiguous', nearest: [...new Set(close.map((term) => term.shown))].slice(0, 3) };
  }

  function find(text: string): Match<Offence> {
    const printed = CODE.exec(text);
    const value = printed === null ? undefined : byNumber.get(`${Number(printed[1])}/${Number(printed[2])}`);
    if (printed === null || value === undefined) return byTitle(text);
    const rest = `${text.slice(0, printed.index)} ${text.slice(printed.index + printed[0].length)}`;
    const titled = byTitle(rest.replace(/\b(?:home office|ho|homc|offence|class|code|codes)\b/gi, ' '));
    const other = titled.kind === 'exact' && titled.value.kind === 'code' && titled.value !== value;
    if (other) return { kind: 'ambiguous', nearest: [`${value.code} ${value.title}`, titled.value.title] };
    return { kind: 'exact', value, term: value.code };
  }

  const answers = new Map<string, Match<Offence>>();
  return {
    offences,
    findOffence(text) {
      const known = answers.get(text);
      if (known !== undefined) return known;
      const answer = find(text);
      if (answers.size < 5_000) answers.set(text, answer);
      return answer;
    },
  };
}

function aliasTerm(
  alias: Fact<'alias' | 'offence' | 'kind' | 'source' | 'added'>,
  byCode: ReadonlyMap<string, Offence>,
): Term<Offence> {
  const kind = oneOf(alias.kind, ['code', 'class'], 'offence-aliases.csv', alias.line);
  const value = byCode.get(`${kind} ${alias.offence}`);
  if (value === undefined) {
    throw defect('offence-aliases.csv', alias.line, `no offence has the ${kind} "${alias.offence}"`);
  }
  return { term: alias.alias, value, shown: value.title, near: true };
}

function plainCode(code: string): string {
  return code.split('/').map(Number).join('/');
}

function withoutLead(text: string): string {
  return text.replace(/^\s*(?:offences?|crimes?)\s+(?:of|for|under)\s+/i, '');
}

/**
 * The same words in the same order, two steps of spelling at most in all. Word by word, because a title of sixty letters
 * is one digit from another offence (under 13, under 16) and two letters from the other sex (male, female).
 */
function isSpeltAlike(words: readonly string[], others: readonly string[]): boolean {
  if (words.length !== others.length || words.length < 2) return false;
  let apart = 0;
  for (const [at, word] of words.entries()) {
    const other = others[at] ?? '';
    if (word === other) continue;
    if (/\d/.test(word) || /\d/.test(other)) return false;
    const limit = stepsAllowed(word, other);
    const steps = distance(word, other, limit);
    if (limit === 0 || steps > limit) return false;
    apart += steps;
  }
  return apart <= 2;
}
