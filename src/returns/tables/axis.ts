/**
 * Decides what one line of labels is about, from all of them together, and then what each of them says. "Not recorded"
 * is an age among ages and a platform among platforms; alone it is nothing, and is reported rather than guessed.
 */

import { bare, behindQuestion, type Label } from '../words/label.ts';
import type { Dimension, Unit } from '../words/lexicon.ts';
import type { PeriodWord } from '../words/period-words.ts';

export type About = Dimension | 'period' | null;

export type OffenceSaid = {
  readonly code: string | null;
  readonly title: string;
  /** The register does not know the title. */
  readonly isUnknown?: true;
};

export type Said = {
  readonly age?: string;
  readonly sex?: string;
  readonly platform?: string;
  readonly offence?: OffenceSaid;
  readonly unit?: Unit;
  /** The unit of a key that was counted: it gives way to what the categories say. */
  readonly keyUnit?: Unit;
  /** Id of a measure of the collection; only a person's decision says it. */
  readonly measure?: string;
  /** A person decided that what it labels is no answer. */
  readonly ignored?: true;
  readonly periods?: readonly PeriodWord[];
  /** The label is a total over what the axis is about, or over a part of it. */
  readonly total?: 'total' | 'sub-total';
  /** A part of another row, told as an aside. */
  readonly aside?: true;
  /** It counts what answering takes, whatever else labels the number. */
  readonly work?: true;
  /** A category of the row above, whose total it is not beside. */
  readonly within?: true;
  /** Not understood: the label as written, with the nearest known terms. */
  readonly unread?: { readonly label: string; readonly nearest: readonly string[] };
};

export function aboutOf(labels: readonly Label[], named: About): About {
  const score = new Map<Exclude<About, null>, number>();
  const more = (about: Exclude<About, null>, by: number): void => {
    score.set(about, (score.get(about) ?? 0) + by);
  };
  for (const label of labels) {
    if (label.age !== null && label.age !== 'unknown') more('age', 1);
    if (label.sex !== null && label.sex !== 'unknown' && label.sex !== 'other') more('sex', 1);
    if (label.platform !== null && label.platform !== 'unknown' && label.platform !== 'other')
      more('platform', 1.1);
    else if (label.platformNear !== null) more('platform', 0.6);
    if (label.offence !== null) more('offence', 1);
    if (
      label.periods.some((word) => word.kind !== 'date' && word.kind !== 'relative') &&
      label.leftover === ''
    )
      more('period', 1);
    if (label.parts.age !== undefined) more('age', 0.5);
    if (label.parts.sex !== undefined) more('sex', 0.5);
    if (label.parts.platform !== undefined) more('platform', 0.5);
  }
  if (
    named !== null &&
    (score.size === 0 ||
      (score.get(named) ?? 0) > 0 ||
      labels.every((label) => label.unknown || label.total || label.other))
  )
    more(named, 1.5);
  let best: About = null;
  let most = 0;
  for (const [about, value] of score) if (value > most) [best, most] = [about, value];
  return best;
}

/** What a label says on an axis that is about `about`. */
export function saidBy(label: Label, about: About): Said {
  return label.measure === undefined
    ? plainlySaidBy(label, about)
    : { ...plainlySaidBy(label, about), measure: label.measure };
}

function plainlySaidBy(label: Label, about: About): Said {
  if (label.decided !== undefined) return label.decided;
  if (label.isKeyCounted) return label.unit === null ? {} : { keyUnit: label.unit };
  if (label.within) return { ...saidBy({ ...label, within: false }, about), within: true };
  // "Question 1" over rows or beside them says nothing of what they count.
  if (behindQuestion(label.text) === '' && /\p{L}/u.test(label.text) && label.periods.length === 0) return {};
  if (label.isForce) return {};
  if (label.isPartOf || label.isRate || label.isCumulative) return { aside: true };
  // A spreadsheet turned "6-10" into the sixth of October; what was typed cannot be told from it.
  if (
    about === 'age' &&
    label.age === null &&
    label.leftover === '' &&
    label.periods.some((word) => word.kind === 'date' || word.kind === 'period' || word.kind === 'month')
  ) {
    return { unread: { label: label.text, nearest: [] } };
  }
  // "Sub-total (under 13 offences)": of the rows above it, whatever the bracket says of them.
  if (about === 'offence' && /^\s*sub[\s-]?totals?\b/iu.test(label.text)) return { total: 'sub-total' };
  const unit = label.unit === null ? {} : { unit: label.unit };
  const periods = label.periods.length === 0 || label.age !== null ? {} : { periods: label.periods };
  const plain = about === null ? wholeOf(label, unit, periods) : ofAbout(label, about, unit, periods);
  if (plain !== null) return plain;
  if (label.total && about !== null && Object.keys(label.parts).length === 0) {
    return { ...unit, ...periods, total: /sub|is-?gyfan/i.test(label.text) ? 'sub-total' : 'total' };
  }
  const parts = { ...label.parts };
  if (Object.keys(parts).length > 0 && label.leftover === '') {
    const rest =
      label.unknown && about !== null && about !== 'period' && parts[about as 'age'] === undefined
        ? { [about]: 'unknown' }
        : {};
    // "Female, not recorded", alone: what is not recorded of her, nobody says.
    if (label.unknown && Object.keys(rest).length === 0)
      return { unread: { label: label.text, nearest: label.nearest() } };
    return { ...unit, ...periods, ...parts, ...rest, ...(label.total ? { total: 'total' as const } : {}) };
  }
  // One column for everything: "Victim age 12-15" and "Victim sex female" below titles of offences.
  if (about === 'offence' && label.offence === null) {
    const own = wholeOf(label, unit, periods);
    if (own !== null && (own.age ?? own.sex ?? own.platform) !== undefined) return own;
  }
  // "Q2 victims" below "Q1 offences (71/17)" says what is counted, and no title.
  const isOfUnit =
    /^\s*q(?:uestion)?\s*\d/iu.test(label.text) &&
    label.unit !== null &&
    label.leftover === '' &&
    !label.other;
  if (
    about === 'offence' &&
    !isOfUnit &&
    !label.total &&
    !label.unknown &&
    (label.other || bare(label.text) !== '')
  ) {
    return { ...periods, offence: ownTitle(label) };
  }
  if (label.leftover === '' && (Object.keys(unit).length > 0 || Object.keys(periods).length > 0)) {
    return { ...unit, ...periods, ...(label.total ? { total: 'total' as const } : {}) };
  }
  const other = wholeOf(label, unit, periods);
  if (other !== null) return other;
  if (about === 'offence' && bare(label.text) !== '')
    return { ...unit, ...periods, offence: ownTitle(label) };
  if (label.leftover === '' && label.names !== null) return {};
  if (label.leftover === '' && !label.unknown && !label.other) return { ...unit, ...periods };
  if (about === 'period' && ALL_YEARS.test(label.text)) return { ...unit, total: 'total' };
  if (label.unit === null && WORK.test(label.text)) return { aside: true, work: true };
  return { unread: { label: label.text, nearest: label.nearest() } };
}

/** A total over the years beside it. */
const ALL_YEARS =
  /^\s*(?:all|both|total(?:,|\s+of|\s+for)?(?:\s+all)?)\s+(?:the\s+)?(?:(?:two|three|four|five|six|\d{1,2})\s+)?(?:financial\s+)?(?:years|periods)\s*$/iu;

/** What a table of costs counts: "Records searched", "Minutes per record", "Open and read record". */
const WORK =
  /\b(?:records?|reports?|logs?)\s+(?:searched|reviewed|read|opened|found|returned|checked)\b|\b(?:minutes?|mins|hours?)\s+(?:per|for\s+each|needed|required|taken)\b|\b(?:sheets|tabs|pages)\s+in\s+(?:this|the)\s+(?:file|workbook|document)\b|^\s*(?:find|open|read|note|locate|retrieve|extract|review|redact|check)\s+(?:\w+\s+){0,4}(?:records?|reports?|files?|logs?|age|sex|platform)\s*$|^\s*(?:minutes?|mins|hours?)\s*$|^\s*note\s+victim\s+age\s+and\s+sex\s*$/iu;

/** What a label says where it is about `about`; "Unknown total" is the total of what is not known. */
function ofAbout(label: Label, about: Exclude<About, null>, unit: Said, periods: Said): Said | null {
  const total = label.total ? { total: 'total' as const } : {};
  switch (about) {
    case 'age':
      if (label.age !== null) return { ...unit, age: label.age };
      return label.unknown && Object.keys(label.parts).length === 0 && !unknownOfOther(label, 'age')
        ? { ...unit, ...periods, age: 'unknown', ...total }
        : null;
    case 'sex':
      if (label.sex !== null) return { ...unit, ...periods, sex: label.sex };
      if (label.other) return { ...unit, ...periods, sex: 'other' };
      return label.unknown && Object.keys(label.parts).length === 0 && !unknownOfOther(label, 'sex')
        ? { ...unit, ...periods, sex: 'unknown', ...total }
        : null;
    case 'platform':
      if (label.platform !== null) return { ...unit, ...periods, platform: label.platform };
      if (label.total && !label.unknown) return null;
      if (label.unknown && Object.keys(label.parts).length === 0)
        return { ...unit, ...periods, platform: 'unknown', ...total };
      if (label.other) return { ...unit, ...periods, platform: 'other' };
      return label.platformNear !== null ? { ...unit, ...periods, platform: label.platformNear } : null;
    case 'offence':
      return label.offence === null ? null : offenceSaid(label, unit, periods);
    case 'period':
      // "Female victims in 2021" beside years is a year, and female.
      return label.periods.length > 0 && label.leftover === '' && Object.keys(label.parts).length === 0
        ? { ...unit, periods: label.periods, ...(isTotalOfMonths(label) ? total : {}) }
        : null;
    default:
      return about satisfies never;
  }
}

/** "Total 2022/23" below months is their total; beside other years it is a year. */
function isTotalOfMonths(label: Label): boolean {
  return label.total && label.periods.some((word) => word.kind === 'period' && word.basis !== 'month');
}

function wholeOf(label: Label, unit: Said, periods: Said): Said | null {
  if (label.age !== null && label.age !== 'unknown' && label.periods.length === 0)
    return { ...unit, age: label.age };
  if (label.sex !== null && label.sex !== 'unknown' && label.sex !== 'other')
    return { ...unit, ...periods, sex: label.sex };
  if (label.offence !== null) return offenceSaid(label, unit, periods);
  if (label.platform !== null && label.platform !== 'unknown' && label.platform !== 'other')
    return { ...unit, ...periods, platform: label.platform };
  if (label.periods.length > 0 && label.leftover === '' && Object.keys(label.parts).length === 0)
    return { ...unit, ...periods };
  if (label.total && label.leftover === '' && Object.keys(label.parts).length === 0)
    return { ...unit, ...periods, total: 'total' };
  return null;
}

/** A title speaks of offences whatever is counted under it; beside a code the word says what is counted. */
function offenceSaid(label: Label, unit: Said, periods: Said): Said {
  const code = codeOf(label);
  return {
    ...(code === null || !/\d/.test(label.text) ? {} : unit),
    ...periods,
    ...(label.total ? { total: 'total' as const } : {}),
    offence: { code, title: titleOf(withoutYears(label)), ...unknownTitle(label) },
  };
}

function ownTitle(label: Label): OffenceSaid {
  return { code: null, title: titleOf(withoutYears(label)), ...(isRest(label) ? {} : { isUnknown: true }) };
}

function unknownTitle({ offence, text }: Label): Pick<OffenceSaid, 'isUnknown'> {
  return offence?.kind === 'title' && offence.isUnknown === true && !REST.test(text)
    ? { isUnknown: true }
    : {};
}

/** "Other offences", "Any other sexual offence with a child victim": what is left names no offence, and is known for that. */
const REST = /^\s*(?:(?:all|any)\s+)?(?:others?|remaining)\b/iu;

function isRest(label: Label): boolean {
  return label.other || REST.test(label.text);
}

/** "Age not known" on an axis of sexes is about age. */
function unknownOfOther(label: Label, about: Dimension): boolean {
  return label.names !== null && label.names !== about && label.names !== 'period';
}

function codeOf(label: Label): string | null {
  return label.offence?.kind === 'code' ? label.offence.code : null;
}

/** "2023/24, meeting a child …": the year is no part of the title. */
function withoutYears({ text, periods }: Label): string {
  const lead = periods.find((word) => word.kind === 'period' && text.trimStart().startsWith(word.text))?.text;
  return lead === undefined
    ? text
    : text
        .trimStart()
        .slice(lead.length)
        .replace(/^[\s,:;–-]+/u, '');
}

export function titleOf(text: string): string {
  return (
    text
      // "Of the offences in answer 1, meeting a girl …"
      .replace(/^\s*of\s+(?:the|these|those)\s+(?:offences|crimes)(?:\s+in\s+\p{L}+\s+\d{1,2})?\s*,\s*/iu, '')
      .replace(/^\s*\d{1,3}[A-Z]?\s?[/-]\s?\d{1,2}\s*[-–:,]?\s*/u, '')
      .replace(/[\s:;,–-]+$/u, '')
      .replace(/(?<!\betc)\.$/u, '')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase()
  );
}
