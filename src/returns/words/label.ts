/**
 * Reads a heading or row label: which of the dimensions it may say, alone or together, and what in it was not understood.
 * A label is read before its neighbours are known, so it keeps every possible reading; `axis.ts` decides among them.
 */
import type { Said } from '../tables/axis.ts';
import type { Dimension, Lexicon, OffenceMatch, Unit } from './lexicon.ts';
import type { PeriodWord } from './period-words.ts';
import { beginsWithQuarter } from './quarters.ts';
import { type Tag, tags, untagged } from './tags.ts';

export type Label = {
  readonly text: string;
  /** What a person decided that it says, whatever stands around it. */
  readonly decided?: Said;
  /** Readings of the label as a whole, once question numbers, periods and units are taken away. */
  readonly age: string | null;
  readonly sex: string | null;
  readonly platform: string | null;
  /** A platform only by a near miss; used where the neighbours are platforms. */
  readonly platformNear: string | null;
  readonly nearest: () => readonly string[];
  readonly offence: OffenceMatch | null;
  readonly total: boolean;
  readonly unknown: boolean;
  readonly other: boolean;
  readonly unit: Unit | null;
  readonly periods: readonly PeriodWord[];
  readonly names: Dimension | 'period' | null;
  /** The label says several things in one ("Female 11 and under"). */
  readonly parts: { readonly age?: string; readonly sex?: string; readonly platform?: string };
  /** A share, a change, an average: figures beside counts that are none. */
  readonly isRate: boolean;
  /** `of which attempted`: a part of the row above that nobody asked for. */
  readonly isPartOf: boolean;
  /** A count up to a day within the year, beside the count of the year. */
  readonly isCumulative: boolean;
  /** `of which Snapchat`: one category of the row above; what that row says holds here too. */
  readonly within: boolean;
  /** The name of a police force. */
  readonly isForce: boolean;
  /** "Count of Crime Ref", as a pivot table writes it: rows were counted, whatever a row stood for. */
  readonly isKeyCounted?: true;
  /** Id of the measure that it speaks of, where several count one unit. */
  readonly measure?: string;
  /** Words no reading covers. */
  readonly leftover: string;
};

const QUESTION =
  /^\s*(?:(?:question|cwestiwn|q|answer|ateb|part|a(?=\d))\s*\.?\s*\d{1,2}\s*[a-z]?\b|(?:question|part)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten)\b|cwestiwn\s+(?:un|dau|tri|pedwar|pump|chwech)\b|\d{1,2}\s*[.)](?!\d)|\d{1,2}\s*:(?=\s*\p{L})|\d{1,2}\s+(?=\(\p{L})|\(?[a-zivx]{1,3}\)|\(\d{1,2}\)(?=\s+\p{L}))\s*[:.)–-]*\s*/iu;
/** "(not SOA)", "not asked for, shown for context only". */
const OUTSIDE =
  /\bnot\s+(?:asked|requested|soa|included|counted|in\s+scope|part\s+of)\b|,\s*for\s+(?:context|information|comparison)\s*$|\bfor\s+(?:context|information)\s+only\b|\bout(?:side)?\s+of\s+scope\b/iu;
/** A count from the beginning of the year up to a day within it; to the end of March it is the year. */
const CUMULATIVE =
  /\b(?:cumulative|running\s+total|year[\s-]to[\s-]date|ytd)\b|^\s*(?:to|up\s+to|at)\s+(?:the\s+)?end\s+(?:of\s+)?(?!mar(?:ch)?\b|q(?:uarter)?\s*4)|\bq(?:uarter\s*)?1\s*(?:-|–|to)\s*q?[23]\b/iu;
const RATE =
  /(?<!\p{L})%|%(?!\s+(?:or|and|of)\b)|\b(?:pct|per\s?cent(?:age)?|proportion|(?<!(?:\b(?:or|and|to|make|take|possess|distribute)|\/|,)\s*)share(?!\s+(?:or|and|an?|of\s+(?:an?\s+)?(?:indecent|intimate)))|rate|ratio|change|difference|diff|variance|increase|decrease|average|mean|per\s+\d[\d,]*|canran)\b/iu;
const PART_OF =
  /^(?:(?:and\s+)?of\s+(?:which|these|those|whom)|including|includes|incl\.?|thereof|o'r rhain)\b(?=\s*:?\s*\S)/iu;
const FILLER =
  /\b(?:ct|cnt|qty|desc|rpt|vic|whose|row labels|column labels|values?|results?|amounts?|urn|number|numbers|no|count|counts|counted|figure|figures|volume|recorded|the|of|by|in|for|with|and|on|a|an|to|at|from|as|was|were|is|are|who|which|that|those|these|each|per|under|against|where|when|having|had|between|per|ho|home|office|code|codes|offence|offences|crime|crimes|child|children|person|persons|people|years?|online|cyber|internet|flag|flagged|flags|marker|sexual|answer|response|reply|question|group|band|range|time|all|or|police|force|during|carried|used|using|via|through|only|type|nifer|y|yr|o|a|gyda|dan|god|troseddau|ariannol)\b/giu;

/** What all offences of a return have in common: the Act, and that the victim is a child. */
const SCOPE =
  /\b(?:under\s+the\s+)?(?:sexual\s+offences\s+act(?:\s+(?:19|20)\d{2})?|soa\s?(?:19|20)\d{2})\b|\b(?:with\s+an?\s+)?(?:child\s+)?victim\s+(?:aged\s+|is\s+|was\s+)?under\s+(?:18|eighteen)\b/giu;

/** "Aged 16/17", "16/17 yrs" can be no financial year. */
const AGE_SAID = /\b(?:aged?|ages|years?|yrs?|y\/?o|oed)\b/iu;

/** The text without the question number before it, in one language or two: `Cwestiwn 2 / Question 2 (2024/25)`. */
export function stripQuestion(text: string): string {
  const rest = behindQuestion(text);
  return rest === '' ? text.trim() : rest;
}

/** What stands behind the question number; empty when the number is all there is. */
export function behindQuestion(text: string): string {
  if (beginsWithQuarter(text)) return text.trim();
  let rest = text.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest
      .replace(QUESTION, '')
      .replace(/^\s*\/\s*/u, '')
      .trim();
  }
  return rest;
}

/** "Outcome: charged", "led to a charge": around the words that tell a measure these say nothing. */
const OUTCOME =
  /\b(?:outcomes?(?:\s+(?:type|group|code|of))?(?:\s+\d{1,2}\b)?|led\s+to|resulted\s+in|disposals?)\b/giu;

export function readLabel(text: string, lexicon: Lexicon): Label {
  const decided = lexicon.decided?.(text) ?? null;
  if (decided !== null) return { ...NOTHING, text, ...decided };
  const qualified = lexicon.qualified?.(text) ?? null;
  if (qualified !== null) {
    const { qualified: _again, ...plain } = lexicon;
    return { ...readLabel(qualified.rest.replace(OUTCOME, ' '), plain), measure: qualified.measure };
  }
  // "of which Snapchat": a category that was asked for, told as a part of the row above.
  const part = PART_OF.exec(stripQuestion(text));
  if (part !== null) {
    const rest = readWhole(
      stripQuestion(text)
        .slice(part[0].length)
        .replace(/^[\s:,]+/u, ''),
      lexicon,
    );
    if (isCategory(rest)) return { ...rest, within: true };
  }
  return readWhole(text, lexicon);
}

/** Says one thing and nothing that is not understood. */
function isCategory(label: Label): boolean {
  if (label.isPartOf || label.isRate || label.isForce || label.periods.length > 0) return false;
  if (
    label.offence !== null ||
    (label.other && label.leftover === '') ||
    /^(?:any|all)\s+others?\b/iu.test(label.text)
  )
    return true;
  return (
    label.leftover === '' &&
    (label.age !== null ||
      label.sex !== null ||
      label.platform !== null ||
      label.unknown ||
      Object.keys(label.parts).length > 0)
  );
}

/** The column whose filled cells a pivot table counts. */
const KEY =
  /^(?:(?:crime|offence|occurrence|incident|record|case|victim)s?\s*)?(?:ref(?:erence)?|urn|id|key|serial)s?(?:\s*(?:no\.?|num(?:ber)?))?$|^(?:crime|offence|occurrence|victim)\s+(?:no\.?|num(?:ber)?)$/iu;

function readWhole(text: string, lexicon: Lexicon): Label {
  const plain = stripQuestion(/^[a-z]+(?:_[a-z]+)+$/iu.test(text.trim()) ? text.replaceAll('_', ' ') : text)
    .replace(/^of\s+(?:the|these|those)\s+\d[\d,]*(?:\s+(?:offences|crimes|victims))?\s*,\s*/iu, '')
    .replace(/\s*[[(](?:foot)?note\s*\d{1,2}[\])]/giu, '')
    .replace(/\s*[*†‡^]+$/u, '')
    .replace(/\s*[[(](?:rev(?:ised)?|prov(?:isional)?|r|p)\.?[\])]/giu, '')
    .replace(/\s+[a-h]\)$/u, '')
    .replace(/[\s:]+$/u, '')
    .trim();
  // What a pivot table writes over its counts, and beside those of empty cells.
  const pivot =
    /^(?:distinct\s+)?(?:count|sum|number|no\.?|total)\s+of\s+(?<what>.+)$/iu.exec(plain)?.groups?.what ?? '';
  if (KEY.test(pivot))
    return {
      ...NOTHING,
      text,
      unit: /victim/iu.test(pivot) ? 'victims' : /crime|offence/iu.test(pivot) ? 'offences' : null,
      isKeyCounted: true,
    };
  if (/^\(?blanks?\)$/iu.test(plain)) return { ...readOne('not recorded', text, lexicon), text };
  const one = readOne(plain, text, lexicon);
  const isTitleAlone = one.offence?.kind === 'title' && /\s\/\s/u.test(plain);
  if (one.leftover === '' && isSpecific(one) && !isTitleAlone) return one;
  const parts = plain.split(/\s+[/|]\s+|\s*\n\s*/u).filter((part) => part !== '');
  if (parts.length < 2) return one;
  // Two languages in one cell: the readings that exist must agree, else the label stays as it is.
  const read = parts
    .map((part) => readOne(part, text, lexicon))
    .filter((label) => isSpecific(label) && label.leftover === '');
  // "Facebook / Messenger (not split)" names two.
  const named = parts.map((part) => lexicon.platformOf(part.replace(/\s*\([^()]*\)/gu, '').trim()));
  if (new Set(named.flatMap((one) => (one.kind === 'exact' ? [one.value] : []))).size > 1)
    return { ...NOTHING, text, leftover: plain, periods: one.periods, unit: one.unit };
  if (isTitleAlone) return titleKnown(read, parts, lexicon) ?? one;
  const first = read[0];
  if (first === undefined || !read.every((label) => says(label) === says(first))) return one;
  return first;
}

/** A title in two languages of which the register knows one; two titles of one language are two offences, or one of both. */
function titleKnown(read: readonly Label[], parts: readonly string[], lexicon: Lexicon): Label | null {
  const coded = read.filter(({ offence }) => offence?.kind === 'code');
  const [known] = coded;
  const isOne = new Set(coded.map(says)).size === 1;
  const titled = parts.filter((part) => lexicon.offenceOf(part) !== null).length;
  return known !== undefined && isOne && titled === coded.length ? known : null;
}

function readOne(plain: string, text: string, lexicon: Lexicon): Label {
  const found = tags(plain, lexicon);
  const periods = found.flatMap((tag) => (tag.kind === 'period' ? [tag.word] : []));
  const core = withoutTags(
    plain,
    found,
    (tag) => tag.kind === 'period' && tag.word.kind !== 'bare-year' && tag.word.kind !== 'month',
  )
    .replace(/^[\s,:;()–-]+|[\s,:;(–-]+$/gu, '')
    .trim();
  const platform = core === '' ? null : lexicon.platformOf(core);
  const unknown = lexicon.isUnknown(core);
  const total = lexicon.isTotal(core);
  const codes = new Set(lexicon.codesIn(plain).map(({ code }) => code));
  const whole = {
    // "16/17" is an age and a financial year; which of the two, the other labels of the line decide.
    age: lexicon.ageOf(core) ?? (core === '' || AGE_SAID.test(plain) ? lexicon.ageOf(plain) : null),
    sex: lexicon.sexOf(core),
    platform: platform?.kind === 'exact' ? platform.value : null,
    platformNear: platform?.kind === 'near' ? platform.value : null,
    nearest: () => (platform !== null && 'nearest' in platform ? platform.nearest : []),
    // "Total (86/1, 86/2, 86/10)" is of none of them.
    offence: total || unknown || codes.size > 1 ? null : lexicon.offenceOf(core),
    total,
    unknown,
    other: lexicon.isOther(core),
    unit: lexicon.unitOf(core) ?? unitIn(plain, found, lexicon),
    names: lexicon.dimensionOf(core.replace(OF_ALL, ' ')),
  };
  const wholeRead =
    whole.age !== null ||
    whole.sex !== null ||
    whole.platform !== null ||
    whole.offence !== null ||
    total ||
    unknown ||
    whole.other ||
    lexicon.unitOf(core) !== null;
  // A cell that names two platforms names none.
  const both = bothUnknown(found, plain);
  const several = platform?.kind === 'ambiguous' && platform.nearest.length > 1;
  const known =
    wholeRead || several ? {} : partsOf(core, core === plain ? found : tags(core, lexicon), lexicon);
  const missing = unknownBeside(known, found, plain);
  const parts = both ?? { ...known, ...missing };
  const rest = withoutTags(plain, found, (tag) => tag.kind !== 'value' && tag.kind !== 'noise');
  const residual = parts.age !== undefined && parts.age === lexicon.ageOf(bare(rest)) ? '' : bare(rest);
  if (both !== null) return { ...NOTHING, text, unit: whole.unit, periods, parts: both };
  return {
    ...whole,
    text,
    periods,
    within: false,
    isPartOf: PART_OF.test(plain) || OUTSIDE.test(plain),
    isCumulative: CUMULATIVE.test(plain),
    isForce: lexicon.isForce(core),
    isRate: RATE.test(plain),
    parts,
    total:
      total || ((!wholeRead || whole.offence?.kind === 'code') && found.some((tag) => tag.kind === 'total')),
    unknown: unknown || (!wholeRead && missing === null && found.some((tag) => tag.kind === 'unknown')),
    // A district may be called A; a letter is never a filler word by itself.
    leftover: wholeRead || core === '' ? '' : several || /^\p{L}$/u.test(core) ? core : residual,
  };
}

/** "Age of victim" names what follows; it does not say that victims are counted. */
const OF_VICTIM =
  /\b(?:age|sex|gender|oed(?:ran)?|rhyw)s?\s+(?:(?:group|band|range)\s+)?(?:of\s+(?:the\s+)?(?:child\s+)?victims?|y\s+dioddefw?r\w*)\b|\b(?:child\s+)?victim(?:['’]?s|s['’])?\s+(?:age|sex|gender)\b/giu;

function unitIn(plain: string, found: readonly Tag[], lexicon: Lexicon): Unit | null {
  const rest = plain.replace(OF_VICTIM, ' ');
  return first(rest === plain ? found : tags(rest, lexicon), (tag) =>
    tag.kind === 'unit' ? tag.unit : null,
  );
}

/** "Victims whose age and sex are not recorded" says two things at once. */
function bothUnknown(found: readonly Tag[], text: string): Label['parts'] | null {
  const dims = dimensionsIn(found, text);
  const unknown = found.some((tag) => tag.kind === 'unknown');
  return unknown && dims.includes('age') && dims.includes('sex') ? { age: 'unknown', sex: 'unknown' } : null;
}

/** "Sex not recorded, all ages" is about the sex. */
const OF_ALL = /\b(?:all|any|every)\s+(?:ages?|sex(?:es)?|genders?|platforms?)\b/giu;

/** The dimensions a label names; of "all ages" nothing is not known. */
function dimensionsIn(found: readonly Tag[], text: string): readonly (Dimension | 'period')[] {
  return found.flatMap((tag) =>
    tag.kind === 'dimension' && !/\b(?:all|any|every)\s+$/iu.test(text.slice(0, tag.start))
      ? [tag.dimension]
      : [],
  );
}

/** "Female, age not recorded": of the one dimension that is named beside what is known, it is not known. */
function unknownBeside(known: Label['parts'], found: readonly Tag[], text: string): Label['parts'] | null {
  if (Object.keys(known).length === 0 || !found.some((tag) => tag.kind === 'unknown')) return null;
  const dims = new Set(dimensionsIn(found, text));
  const of = (['age', 'sex', 'platform'] as const).filter((one) => dims.has(one) && known[one] === undefined);
  return of.length === 1 && of[0] !== undefined ? { [of[0]]: 'unknown' } : null;
}

const NOTHING: Omit<Label, 'text'> = {
  age: null,
  sex: null,
  platform: null,
  platformNear: null,
  nearest: () => [],
  offence: null,
  total: false,
  unknown: false,
  other: false,
  unit: null,
  periods: [],
  names: null,
  parts: {},
  isPartOf: false,
  isCumulative: false,
  within: false,
  isForce: false,
  isRate: false,
  leftover: '',
};

function partsOf(core: string, found: readonly Tag[], lexicon: Lexicon): Label['parts'] {
  const sex = first(found, (tag) => (tag.kind === 'sex' ? tag.sex : null));
  const platform = first(found, (tag) => (tag.kind === 'platform' ? tag.platform : null));
  const said = first(found, (tag) => (tag.kind === 'age' ? tag.age : null));
  const rest = bare(withoutTags(core, found, (tag) => !['value', 'age'].includes(tag.kind)));
  const age = said ?? lexicon.ageOf(rest);
  const left = said === null ? rest : bare(untagged(core, found));
  const platformRest = platform ?? (left !== '' && age === null ? exactPlatform(left, lexicon) : null);
  return {
    ...(age === null ? {} : { age }),
    ...(sex === null ? {} : { sex }),
    ...(platformRest === null ? {} : { platform: platformRest }),
  };
}

function exactPlatform(text: string, lexicon: Lexicon): string | null {
  const match = lexicon.platformOf(text);
  return match.kind === 'exact' && match.value !== 'unknown' && match.value !== 'other' ? match.value : null;
}

function withoutTags(text: string, found: readonly Tag[], drop: (tag: Tag) => boolean): string {
  return untagged(text, found.filter(drop));
}

/** What is left when words that carry no category are taken away. */
export function bare(text: string): string {
  return text
    .replace(SCOPE, ' ')
    .replace(FILLER, ' ')
    .replace(/[^\p{L}\p{N}+<>-]+/gu, ' ')
    .replace(/(?:^|\s)-+(?=\s|$)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isSpecific(label: Label): boolean {
  return says(label) !== '';
}

/** One text for all a label says; empty when it says nothing. */
export function says(label: Label): string {
  const said = {
    ...(label.age === null ? {} : { age: label.age }),
    ...(label.sex === null ? {} : { sex: label.sex }),
    ...(label.platform === null ? {} : { platform: label.platform }),
    ...(label.offence === null ? {} : { offence: JSON.stringify(label.offence) }),
    ...(label.unit === null ? {} : { unit: label.unit }),
    ...(label.total ? { total: true } : {}),
    ...(label.unknown ? { unknown: true } : {}),
    ...(label.other ? { other: true } : {}),
    ...label.parts,
    ...(label.periods.length === 0 ? {} : { periods: label.periods.map((word) => word.text).join() }),
    ...(label.names === null ? {} : { names: label.names }),
    ...(label.measure === undefined ? {} : { measure: label.measure }),
  };
  return Object.keys(said).length === 0 ? '' : JSON.stringify(said);
}

function first<T>(found: readonly Tag[], pick: (tag: Tag) => T | null): T | null {
  for (const tag of found) {
    const value = pick(tag);
    if (value !== null) return value;
  }
  return null;
}
