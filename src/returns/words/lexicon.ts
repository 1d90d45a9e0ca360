/**
 * The words of the register, made ready for reading labels and sentences of one collection. Every look-up answers for a
 * whole label; `wordsIn` finds words inside a text. Nothing here guesses between two: an ambiguous word is no word.
 */
import { fold } from '#register/fold.ts';
import type { Match } from '#register/match.ts';
import type { Register } from '#register/register.ts';
import type { Label } from './label.ts';
import type { Qualified } from './qualifiers.ts';
import { spansOf } from './spans.ts';
import type { TagBody } from './tags.ts';

export type Dimension = 'age' | 'sex' | 'offence' | 'platform';
export type Unit = 'offences' | 'victims';

export type OffenceMatch =
  /** A Home Office code: printed, or the only one that the title maps to. */
  | { readonly kind: 'code'; readonly code: string }
  /** A title that the register knows as a class or as several codes, or that reads like an offence. */
  | {
      readonly kind: 'title' /** No line of the register holds it: it only reads like an offence. */;
      readonly isUnknown?: true;
    };

export type Lexicon = {
  readonly codesIn: (
    text: string,
  ) => readonly { readonly start: number; readonly end: number; readonly code: string }[];
  readonly wordsIn: (
    text: string,
  ) => readonly { readonly start: number; readonly end: number; readonly body: TagBody }[];
  /** As the collection asks for them. */
  readonly askedBands: readonly string[];
  /** The contract's form of an age or band; null when the label is no age or could be two. */
  readonly ageOf: (label: string) => string | null;
  readonly sexOf: (label: string) => string | null;
  readonly unitOf: (label: string) => Unit | null;
  readonly dimensionOf: (label: string) => Dimension | 'period' | null;
  /** The label is the name of a police force, and says nothing of what is counted. */
  readonly isForce: (label: string) => boolean;
  readonly isTotal: (label: string) => boolean;
  readonly isUnknown: (label: string) => boolean;
  readonly isOther: (label: string) => boolean;
  readonly platformOf: (label: string) => Match<string>;
  readonly offenceOf: (label: string) => OffenceMatch | null;
  /** What a person decided that a label says; null where nobody did. */
  readonly decided?: (label: string) => Partial<Label> | null;
  /** Which of several measures of one unit a text speaks of; absent where the unit tells them apart. */
  readonly qualified?: (text: string) => Qualified | null;
  /** The same words at one place of the return, where a decision holds for that place alone. */
  readonly at?: (place: string) => Lexicon;
};

/** `71/17`, `071/17`, `71-17`, `88/01`; never a date or a financial year, whose second part is the next year. */
const CODE = /(?<![\d/.-])0?(?<class>\d{1,3}[A-Z]?)\s?[/-]\s?0?(?<item>\d{1,2})(?![\d/-]|\.\d)/gu;

const DIMENSIONS: readonly (readonly [Dimension | 'period', RegExp])[] = [
  ['age', /\b(?:age|ages|aged|oed|oedran)\b/giu],
  ['sex', /\b(?:sex|gender|rhyw|rhywedd)\b(?!\s*(?:offen|act|commun|activ))/giu],
  [
    'platform',
    /\b(?:(?:(?:social\s+media|soc\s+med)\s+)?plat(?:form)?s?|apps?|applications?|websites?|social\s+(?:media|network)|(?:communication\s+)?(?:method|channel|medium|means)(?:\s+of\s+communication)?|(?:online\s+)?sites?|platfform|llwyfan|dull)\b/giu,
  ],
  [
    'offence',
    /\b(?:(?:home\s+office|ho|offence|crime)\s+(?:codes?|class(?:ification)?|titles?|types?|desc(?:ription)?s?|categor(?:y|ies)))\b/giu,
  ],
  [
    'period',
    /\b(?:(?:financial|calendar|fiscal|fin|f\/?)\s*(?:years?|yrs?|y)|time\s+periods?|periods?|dates?|months?|quarters?|years?|blwyddyn|cyfnod|mis)\b/giu,
  ],
];

const UNKNOWN =
  /\b(?:(?:is|was|are|were)\s+)?(?:(?:not|n't|never|un)[\s-]?(?:yet\s+)?(?:known|recorded|stated|specified|given|provided|held|available|disclosed|identified|established|captured|noted|listed|entered|completed|confirmed|clear)|(?:is|was|are|were)\s+not\s+on\s+(?:the\s+|our\s+)?(?:record|file|system)s?|unknown|unspecified|unrecorded|unstated|unidentified|undisclosed|unk|n\/k|nk|missing|no\s+(?:age|sex|gender|platform|app)\b(?!\s+(?:other|but|except))(?:\s+(?:recorded|given|stated))?|(?:did|do|does)\s+not\s+have\s+(?:an?\s+|their\s+|its\s+|any\s+)?(?:age|sex|gender|platform|app)s?\s+(?:recorded|stated|given|known)|neither\s+(?:the\s+|their\s+)?(?:age|sex|gender)\s+nor\s+(?:the\s+|their\s+)?(?:age|sex|gender)(?:\s+(?:was|is|were)\s+(?:recorded|known|given|stated))?|anhysbys|heb\s+(?:ei|eu)\s+(?:gofnodi|nodi|cofnodi|gofnodwyd)|ddim\s+yn\s+hysbys)\b/giu;
const OTHER =
  /\b(?:(?:all|any)\s+)?others?(?:\s*(?:\/|or|and|&)\s*(?:multiple|several|mixed|various))?(?:\s+(?:platforms?|apps?|sites?|websites?|social\s+media))?\b|\barall\b|\beraill\b/giu;
const ALL_ABOVE =
  /^(?:(?:all|sum|total)\s+)(?:of\s+)?(?:the\s+)?(?:above|these|those|listed)(?:\s+(?:offences?|crimes?|codes?|platforms?|rows?|ages?))?$/iu;
const TOTAL_INSIDE = /\b(?:grand\s+|overall\s+|sub[\s-]?)?totals?\b|\bcyfanswm\b/giu;

export function makeLexicon(register: Register, askedBands: readonly string[] = []): Lexicon {
  const units = new Map(register.unitTerms.map(({ term, unit }) => [term, unit]));
  const sexes = new Map(register.sexTerms.map(({ term, sex }) => [term, sex]));
  const platforms = new Map(
    register.platformTerms.flatMap((one) => [
      [fold(inWords(one.term)), one.id],
      [fold(one.term), one.id],
    ]),
  );
  const inText = alternation(
    register.platformTerms
      .filter((one) => !one.alone && one.id !== 'unknown' && one.id !== 'other')
      .map((one) => one.term),
  );
  const unitWords = alternation(
    [...units.keys()].filter((word) => word.length > 3 && !VAGUE_UNITS.has(word)),
  );
  const sexWords = alternation(
    [...sexes]
      .filter(([word, sex]) => word.length > 2 && (sex === 'female' || sex === 'male'))
      .map(([word]) => word),
  );
  const ages = new Map<string, string | null>();
  return {
    askedBands,
    codesIn,
    wordsIn: (text) => {
      const found: { start: number; end: number; body: TagBody }[] = [];
      const spans = spansOf(text);
      const all = (pattern: RegExp, make: (word: string) => TagBody | null): void => {
        for (const match of text.matchAll(pattern)) {
          const [start, end] = [match.index, match.index + match[0].length];
          const body = match[0] === '' ? null : make(match[0]);
          if (body !== null && spans.take(start, end)) found.push({ start, end, body });
        }
      };
      all(inText, (word) => {
        const platform = platforms.get(fold(word));
        return platform === undefined ? null : { kind: 'platform', platform };
      });
      all(UNKNOWN, () => ({ kind: 'unknown' }));
      all(TOTAL_INSIDE, () => ({ kind: 'total' }));
      all(OTHER, () => ({ kind: 'other' }));
      for (const [dimension, pattern] of DIMENSIONS) {
        all(pattern, () => ({ kind: 'dimension', dimension }));
      }
      all(sexWords, (word) => {
        const sex = sexes.get(fold(word));
        return sex === undefined ? null : { kind: 'sex', sex };
      });
      all(unitWords, (word) => {
        const unit = units.get(fold(word));
        return unit === undefined ? null : { kind: 'unit', unit };
      });
      return found;
    },
    ageOf: (label) => {
      const known = ages.get(label);
      if (known !== undefined) return known;
      const match = label.length > 80 ? null : register.ageBand(label, { asked: askedBands });
      const age = match !== null && 'value' in match ? match.value : null;
      ages.set(label, age);
      return age;
    },
    sexOf: (label) => (label.length > 80 ? null : register.sexOf(label)),
    unitOf: (label) => units.get(fold(label)) ?? null,
    dimensionOf: (label) => dimensionOf(label),
    isForce: (label) => label.length < 60 && register.findForce(label).kind === 'exact',
    isTotal: (label) => register.totalOf(label)?.rest === '' || ALL_ABOVE.test(label.trim()),
    isUnknown: (label) => whole(UNKNOWN, label) || whole(UNKNOWN, label.replace(DIMENSION_ANY, '').trim()),
    isOther: (label) => whole(OTHER, label),
    platformOf: (label) => platformOf(label, register),
    offenceOf: (label) => offenceOf(label, register),
  };
}

/** "Messenger (FB)" is what "FB Messenger" is. */
function platformOf(label: string, register: Register): Match<string> {
  if (label.length > 80) return { kind: 'none', nearest: [] };
  const own = register.findPlatform(label);
  const { name, of } = /^(?<name>[^()]+?)\s*\((?<of>[^()]+)\)$/u.exec(label.trim())?.groups ?? {};
  if (own.kind === 'exact' || name === undefined) return own;
  const turned = register.findPlatform(`${of} ${name}`);
  return turned.kind === 'exact' ? turned : own;
}

/** Words that open a legal offence title; a label with one of them among offences is a title even if the register lacks it. */
const TITLE =
  /\b(?:rape|sexual (?:assault|activity|communication|intercourse|grooming|act|touching|exploitation)|assault|incit(?:e|ing|ement)|caus(?:e|ing)|arrang(?:e|ing)|facilitat(?:e|ing)|groom(?:ed|ing)|meeting|indecent|indecency|voyeurism|exposure|incest|familial|abuse of (?:position|trust|children)|penetration|buggery|prostitution|trafficking|possess(?:ion|ing)?|prohibited image|obscene|extreme pornograph(?:y|ic)|engag(?:e|ing) in sexual|sharing|upskirting|cyberflashing|paying for sex|threat(?:s|en|ening)?)\b/iu;

/** Words of law around a title: `s.15A SOA 2003`, `(s14)`; the title is looked up with them and without. */
const LAW =
  /\(?\b(?:contrary\s+to\s+)?(?:s(?:ection|ec)?s?\.?\s?\d{1,3}[A-Z]?(?:\(\d\))?)(?:\s+(?:of\s+the\s+)?)?\)?|\(?\b(?:sexual\s+offences\s+act|soa)(?:\s+(?:19|20)\d{2})?\)?/giu;

function findOffence(label: string, register: Register): ReturnType<Register['findOffence']> {
  const whole = register.findOffence(label);
  if (whole.kind === 'exact' || whole.kind === 'near') return whole;
  const bare = label
    .replace(LAW, ' ')
    .replace(/\(\s*\)/gu, ' ')
    .replace(/^[\s,:–-]+|[\s,:–-]+$/gu, '')
    .replace(/\s+/gu, ' ');
  return bare === label || bare === '' ? whole : register.findOffence(bare);
}

function offenceOf(label: string, register: Register): OffenceMatch | null {
  if (label.length < 4 || label.length > 200) return null;
  // A printed code is a code, also one that the register does not hold: it is then another offence than those asked for.
  const printed = /^0{0,2}(\d{1,3}(?:[A-Z]|[a-e])?)\s?\/\s?0?(\d{1,2})$/u.exec(label.trim());
  if (printed !== null) return { kind: 'code', code: `${printed[1]}/${(printed[2] ?? '').padStart(2, '0')}` };
  const match = findOffence(label, register);
  if (match.kind === 'exact' || match.kind === 'near') {
    return match.value.kind === 'code' ? { kind: 'code', code: match.value.code } : { kind: 'title' };
  }
  return TITLE.test(label) && !/[?]\s*$/.test(label) ? { kind: 'title', isUnknown: true } : null;
}

/** Words that count offences in a heading but mean anything in a sentence. */
const VAGUE_UNITS = new Set([
  'recorded',
  'investigations',
  'crime records',
  'crime reports',
  'incident',
  'incidents',
  'occurrences',
  'occurrence',
]);
const DIMENSION_ANY = /\b(?:age|ages|sex|gender|platforms?|apps?|of|the|victims?|oed|rhyw)\b/giu;

export function codesIn(text: string): readonly { start: number; end: number; code: string }[] {
  const found: { start: number; end: number; code: string }[] = [];
  for (const match of text.matchAll(CODE)) {
    const group = Number.parseInt(match.groups?.class ?? '', 10);
    const item = Number(match.groups?.item);
    // The notifiable classes that hold offences against children and their neighbours; `12-15` and `16/17` are ages.
    if (!(group >= 17 && group <= 99)) continue;
    if (match[0].includes('-') && group < 60 && !isNoRange(text.slice(0, match.index), group, item)) continue;
    if (group < 30 && item === group + 1) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      code: `${match.groups?.class}/${String(item).padStart(2, '0')}`,
    });
  }
  return found;
}

/** "22-11: 6", a line that begins with it: falling, it is no range of ages or years; anywhere else it may be a day. */
function isNoRange(before: string, group: number, item: number): boolean {
  return (
    group > 18 &&
    item < group &&
    /^[\s•*–-]*(?:(?:(?:home\s+office|ho|offence|crime)\s+)?codes?\s+)?$/iu.test(before)
  );
}

function dimensionOf(label: string): Dimension | 'period' | null {
  // `search`, since `test` would leave its place in a pattern that `wordsIn` goes on from.
  const text = label.replaceAll('_', ' ');
  return DIMENSIONS.find(([, pattern]) => text.search(pattern) >= 0)?.[0] ?? null;
}

function whole(pattern: RegExp, label: string): boolean {
  const plain = label.trim().replace(/[.:*]+$/, '');
  for (const match of plain.matchAll(pattern)) if (match[0].length === plain.length) return true;
  return false;
}

/** One pattern for many words, longest first, whole words only, tolerant of case, apostrophes and spacing. */
function alternation(words: readonly string[]): RegExp {
  const sources = [...new Set(words)]
    .filter((word) => word.length > 2)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
        .replace(/['’]/g, "['’]?")
        .replace(/[\s-]+/g, '[\\s-]+')
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1[\\s-]?$2'),
    );
  return sources.length === 0
    ? /$^/gu
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** `WhatsApp` as two words. */
function inWords(term: string): string {
  return term.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}

const made = new WeakMap<Register, Map<string, Lexicon>>();

/** The lexicon of a register for the bands a collection asks; made once, since its patterns are large. */
export function lexiconOf(register: Register, askedBands: readonly string[]): Lexicon {
  const known = made.get(register) ?? new Map<string, Lexicon>();
  made.set(register, known);
  const id = askedBands.join();
  const lexicon = known.get(id) ?? makeLexicon(register, askedBands);
  known.set(id, lexicon);
  return lexicon;
}
