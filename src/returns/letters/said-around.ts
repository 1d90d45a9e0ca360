/**
 * What a sentence says of each number in it: the words between it and its neighbours, what leads up to it, and the order
 * of two lists told "respectively". Two readings on the nearer side are a clash, never a choice.
 */
import { type Period, written } from '#period/period.ts';
import { titleOf } from '../tables/axis.ts';
import { type Context, readPeriod } from '../tables/context.ts';
import type { Lexicon, Unit } from '../words/lexicon.ts';
import type { Tag } from '../words/tags.ts';

export type ValueTag = Tag & { kind: 'value' };

export type Said = {
  readonly unit: Unit | null;
  readonly ownUnit: boolean;
  readonly period: Period | null;
  /** Id of the measure it speaks of, where several count one unit. */
  readonly measure: string | null;
  readonly age: string | null;
  readonly sex: string | null;
  readonly platform: string | null;
  readonly offence: { readonly code: string | null; readonly title: string } | null;
  readonly clash: boolean;
  readonly subset: boolean;
  /** "Not recorded", with nothing beside it that says what was not. */
  readonly unknown: boolean;
  /** "Others", with nothing beside it that says other than what. */
  readonly other: boolean;
};

/**
 * "38 and 45 offences in 2023/24 and 2024/25 respectively": numbers and what they are for, each in its own order. Null
 * where the sentence does not say so; unclear where the two lists are not equally long.
 */
export function inTurn(
  text: string,
  found: readonly Tag[],
  values: readonly ValueTag[],
  index: number,
  context: Context,
  lexicon: Lexicon,
): Said | null {
  if (!/\brespectively\b|\bin\s+(?:the\s+same|that)\s+order\b/iu.test(text)) return null;
  const unit = unitIn(found);
  const lists = {
    period: periodsOf(found, context),
    age: found.flatMap((tag) => (tag.kind === 'age' && tag.age !== '0-17' ? [tag.age] : [])),
    sex: found.flatMap((tag) => (tag.kind === 'sex' ? [tag.sex] : [])),
    platform: found.flatMap((tag) => (tag.kind === 'platform' ? [tag.platform] : [])),
  };
  const matching = Object.values(lists).filter((list) => list.length === values.length && list.length > 1);
  const others = Object.values(lists).filter((list) => list.length > 1 && list.length !== values.length);
  const clash = matching.length !== 1 || others.length > 0;
  const at = <T>(list: readonly T[]): T | null =>
    (list.length === values.length ? list[index] : list.length === 1 ? list[0] : null) ?? null;
  return {
    unit,
    ownUnit: unit !== null,
    period: at(lists.period),
    measure: lexicon.qualified?.(text)?.measure ?? null,
    age: at(lists.age),
    sex: at(lists.sex),
    platform: at(lists.platform),
    offence: null,
    clash,
    subset: false,
    unknown: false,
    other: false,
  };
}

export const NOTHING: Said = {
  unit: null,
  ownUnit: false,
  period: null,
  measure: null,
  age: null,
  sex: null,
  platform: null,
  offence: null,
  clash: false,
  subset: false,
  unknown: false,
  other: false,
};

/** What stands beside the number: between it and the next, cut where a new clause begins, and what leads up to it. */
export function saidAround(
  text: string,
  found: readonly Tag[],
  values: readonly ValueTag[],
  index: number,
  context: Context,
  lexicon: Lexicon,
): Said {
  const value = values[index];
  if (value === undefined) throw new Error('no such number in the sentence');
  const previous = values[index - 1];
  const next = values[index + 1];
  const from = previous === undefined ? 0 : cutBetween(text, previous.end, value.start);
  // "40 of the 55 victims were female": what is said behind the whole is said of the part.
  const whole = next !== undefined && isPartOf(text, value, next) ? next : undefined;
  const after = whole === undefined ? next : values[index + 2];
  const end = after === undefined ? text.length : cutBetween(text, (whole ?? value).end, after.start);
  const to = beforeRest(text, (whole ?? value).end, end);
  const near = found.filter((tag) => tag.start >= from && tag.end <= to && tag !== value && tag !== whole);
  // In brackets a number belongs to what stands before it: "Snapchat (14), Instagram (9)".
  const bracketed = /[([]\s*$/u.test(text.slice(0, value.start)) && /^\s*[)\]]/u.test(text.slice(value.end));
  const behind = bracketed ? [] : near.filter((tag) => tag.start >= value.end);
  const ahead = near.filter((tag) => tag.end <= value.start);
  const pick = <T>(choose: (tag: Tag) => T | null): { value: T | null; clash: boolean; behind: boolean } => {
    const said = distinct(behind.map(choose));
    const nearer = said.length > 0 ? said : distinct(ahead.map(choose));
    const clash = nearer.length > 1;
    return { value: clash ? null : (nearer[0] ?? null), clash, behind: said.length > 0 };
  };
  const age = pick((tag) => (tag.kind === 'age' && tag.age !== '0-17' ? tag.age : null));
  const sex = pick((tag) => (tag.kind === 'sex' ? tag.sex : null));
  const platform = pick((tag) => (tag.kind === 'platform' ? tag.platform : null));
  const code = pick((tag) => (tag.kind === 'code' ? tag.code : null));
  const period = pickPeriod(behind, ahead, context);
  const unknown = near.some((tag) => tag.kind === 'unknown');
  const dimension = [...new Set(near.flatMap(dimensionsIn))];
  // "Three victims whose age and sex are not recorded" are unknown twice.
  const unknownOf =
    unknown && (dimension.length === 1 || (dimension.length === 2 && !dimension.includes('platform')))
      ? dimension
      : [];
  const others = near.filter((tag) => tag.kind === 'other');
  const otherPlatform = others.some((tag) => /platform|app|site|social/iu.test(tag.text));
  const lead = text.slice(0, value.start);
  // "the force recorded 59": forces record crimes.
  const recorded = /\brecorded\s+(?:a\s+total\s+of\s+)?$/iu.test(lead) ? ('offences' as const) : null;
  const unit = unitIn(behind) ?? unitIn(ahead) ?? recorded;
  if (isBase(text, value, previous)) {
    // "Half of the 52 offences were on Snapchat": behind the verb stands what is said of a part.
    const noun = !/\b(?:was|were|are|is|had|has|have|involved|took|related)\b/iu.test(
      text.slice(value.end, to),
    );
    const [said, held, on] = [age, sex, platform].map((one) => (one.behind && noun ? one.value : null));
    return {
      ...NOTHING,
      unit,
      ownUnit: unit !== null,
      period: period.value,
      age: said ?? null,
      sex: held ?? null,
      platform: on ?? null,
    };
  }
  const title = titleIn(text.slice(from, to), lexicon);
  return {
    unit,
    ownUnit: unit !== null,
    period: period.value,
    measure: lexicon.qualified?.(text.slice(from, to))?.measure ?? null,
    age: unknownOf.includes('age') ? 'unknown' : age.value,
    sex: unknownOf.includes('sex') ? 'unknown' : sex.value,
    platform: unknownOf.includes('platform')
      ? 'unknown'
      : (platform.value ?? (otherPlatform && !platform.clash ? 'other' : null)),
    offence: code.value !== null ? { code: code.value, title: code.value } : title,
    clash:
      age.clash ||
      sex.clash ||
      platform.clash ||
      period.clash ||
      // "26 males and three persons whose sex was not recorded": it cannot be both.
      (unknownOf.includes('sex') && sex.value !== null) ||
      (unknownOf.includes('age') && age.value !== null) ||
      (unknown && unknownOf.length === 0 && dimension.length > 1),
    unknown: unknown && unknownOf.length === 0,
    other: others.length > 0 && !otherPlatform,
    subset:
      /\b(?:of (?:these|those|them|which|whom)|includ(?:e|es|ed|ing))\b/iu.test(
        text.slice(Math.max(0, from), value.start),
      ) || /^\s*(?:of (?:these|those|them|which|whom)|ohon(?:ynt|yn))\b/iu.test(text.slice(value.end)),
  };
}

/** "… Instagram for 20, and the rest were unknown": what is said of the rest is not said of the number before it. */
function beforeRest(text: string, from: number, to: number): number {
  const rest = text
    .slice(from, to)
    .search(/[,;]?\s*\b(?:(?:and|while|with|but)\s+)?the\s+(?:rest|remainder|others)\b/iu);
  return rest < 0 ? to : from + rest;
}

/** "Of the 212, 131 were …", "40 of the 55": the number is a total said again. */
export function isBase(text: string, value: ValueTag, previous: ValueTag | undefined): boolean {
  if (previous !== undefined && isPartOf(text, previous, value)) return true;
  const lead = /\b(?:of|from)\s+(?:the|(?<pointed>these|those)|our|all)\s*$/iu.exec(
    text.slice(0, value.start),
  );
  // "Of these 24 were aged 10 and under": the number is what the verb counts, and only a comma is missing.
  const isOpening = lead?.groups?.pointed !== undefined && !/\w\s*$/u.test(text.slice(0, lead.index));
  return lead !== null && !(isOpening && HAS_VERB.test(text.slice(value.end)));
}

const HAS_VERB =
  /^\s+(?:(?:offences|crimes|victims|girls|boys|children)\s+)?(?:was|were|are|is|had|have|involved)\b/iu;

function isPartOf(text: string, part: ValueTag, whole: ValueTag): boolean {
  return /^\s+(?:out\s+)?of\s+(?:(?:the|these|those|our|all)\s+)?$/iu.test(text.slice(part.end, whole.start));
}

/** The dimensions a tag names: "platform", or "no platform" in one, or "neither age nor sex". */
function dimensionsIn(tag: Tag): readonly ('age' | 'sex' | 'platform')[] {
  if (tag.kind === 'dimension')
    return tag.dimension === 'period' || tag.dimension === 'offence' ? [] : [tag.dimension];
  if (tag.kind !== 'unknown') return [];
  return (['age', 'sex', 'platform'] as const).filter((dimension) => NAMED[dimension].test(tag.text));
}

const NAMED = { age: /\bages?\b/iu, sex: /\b(?:sex|gender)s?\b/iu, platform: /\b(?:platform|app)s?\b/iu };

/** Where between two numbers the words of the second begin: at the last joint; right before it if there is none. */
function cutBetween(text: string, end: number, start: number): number {
  // What a closed bracket holds belongs to the number before it: "52 (2024/25) and 47 (2023/24)".
  const between = text.slice(end, start).replace(/\([^()]*\)/gu, (held) => '.'.repeat(held.length));
  const closed = /^\s*[)\]]\s*[,;]?/u.exec(between);
  if (closed !== null) return end + closed[0].length;
  let cut = start;
  for (const joint of between.matchAll(JOINT)) {
    // "Snapchat with 30, followed by Instagram with 12": what stands before "with" belongs to the number behind it.
    if (/^\s*with\s*$/iu.test(joint[0]) && cut !== start) continue;
    // "29 crimes: 71/17 (20)": what stands before the bracket belongs to the number in it.
    if (joint[0] === '(' && end + joint.index + 1 === start) continue;
    // "… and in 2023, 47": the comma right before the number parts nothing.
    if (
      end + joint.index + joint[0].length >= start - 1 &&
      cut !== start &&
      LEADS_IN.test(text.slice(cut, start))
    )
      continue;
    cut = end + joint.index + joint[0].length;
    if (/[;(|/]/u.test(joint[0])) break;
  }
  return cut;
}

const LEADS_IN = /^\s*(?:in|for|during|yn)\s[^,;]*,\s*$/iu;
const JOINT =
  /[,;:(|]|\s\/\s|\s(?:and|against|compared\s+(?:with|to)|versus|while|whilst|but|with|plus|a|ac|o'i gymharu)\s/giu;

export function periodsOf(found: readonly Tag[], context: Context): readonly Period[] {
  const periods = found.flatMap((tag) => {
    if (tag.kind !== 'period' || tag.word.kind === 'date') return [];
    const read = readPeriod([tag.word], [], context);
    return read.kind === 'period' || read.kind === 'piece' ? [read.period] : [];
  });
  return periods.filter((one, at) => periods.findIndex((other) => written(other) === written(one)) === at);
}

/** The one period behind the number, else the one before it; two on the nearer side are a clash. */
function pickPeriod(
  behind: readonly Tag[],
  ahead: readonly Tag[],
  context: Context,
): { readonly value: Period | null; readonly clash: boolean } {
  for (const side of [behind, ahead]) {
    if (side.some((tag) => tag.kind === 'period' && tag.word.kind === 'open'))
      return { value: null, clash: true };
    const [first, ...others] = periodsOf(side, context);
    if (first !== undefined) return { value: others.length === 0 ? first : null, clash: others.length > 0 };
  }
  return { value: null, clash: false };
}

export function unitIn(found: readonly Tag[]): Unit | null {
  const tag = found.find((one) => one.kind === 'unit');
  return tag?.kind === 'unit' ? tag.unit : null;
}

/** An offence title inside a sentence, where the register knows it: "sexual communication with a child". */
function titleIn(text: string, lexicon: Lexicon): Said['offence'] {
  const match = TITLE.exec(text);
  let title = match?.groups?.title?.trim() ?? '';
  // "… with a child and 44 were …": the title ends where the register knows it, the longest first.
  while (title !== '') {
    const offence = lexicon.offenceOf(title);
    if (offence?.kind === 'code') return { code: offence.code, title: titleOf(title) };
    // A class of offences, or several codes of one title: the register knows the words.
    if (offence?.kind === 'title' && offence.isUnknown !== true) return { code: null, title: titleOf(title) };
    const shorter = title.replace(LAST_JOINT, '');
    if (shorter === title) return null;
    title = shorter.trim();
  }
  return null;
}

const TITLE =
  /(?:^|\b(?:of|for|under|were|was|are)\s+|,\s*)(?<title>(?:sexual|causing|inciting|rape|grooming|meeting|arranging|facilitating|indecent|exposure|voyeurism|taking|making|possess(?:ing|ion)|sharing|threatening|assault|abuse|engaging|controlling|paying|trafficking)\b[^.;:()\d]*)/iu;
const JOINTS =
  '(?:\\s*,|\\s+(?:and|or|in|during|which|that|the|accounted|numbered|made\\s+up|makes?\\s+up|were|was)\\b)';
const LAST_JOINT = new RegExp(`${JOINTS}(?!.*${JOINTS}).*$`, 'iu');

function distinct<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values.filter((value): value is T => value !== null))];
}
