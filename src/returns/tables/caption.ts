/** What a caption says of every number below it: `Age of victims, 2024`, `Sex not recorded:`, `Female`, `Victims 2023/24`. */
import { written } from '#period/period.ts';
import { behindQuestion, type Label, readLabel, stripQuestion } from '../words/label.ts';
import type { Dimension, Lexicon } from '../words/lexicon.ts';
import { saidBy, titleOf } from './axis.ts';
import { type Context, readPeriod } from './context.ts';

/** `Table 2a. Female victims` says what `Female victims` says. */
function behindTableNumber(text: string): string {
  return text.replace(/^\s*(?:table|tab|figure|tabl)\s+\d{1,2}\s?[a-z]?\s*[.:)–-]\s*(?=\S)/iu, '');
}

/** The context with the caption's words in it; only a caption that is wholly understood sets a category. */
export function captionContext(
  context: Context,
  text: string,
  marks: readonly string[],
  lexicon: Lexicon,
  /** Of what the caption says that it is not known, where its neighbours tell. */
  unknownOf: Dimension | null = null,
): Context {
  // "Question 1" is a number of a question, never an age.
  if (behindQuestion(text) === '') return context;
  const label = readLabel(behindTableNumber(text), lexicon);
  const about = isAgeNotYear(label, context) ? 'age' : label.names === 'period' ? null : label.names;
  const said = saidBy(label, about);
  const read = readPeriod(
    about === 'age' && label.age !== null ? [] : label.periods.filter((word) => word.kind !== 'date'),
    marks,
    context,
  );
  const several = severalPeriods(label);
  const clear = label.leftover === '' && said.unread === undefined;
  const missing =
    clear && label.unknown && label.names !== null && label.names !== 'period' && label.names !== 'offence';
  const ending = label.periods.find((word) => word.kind === 'year-ending');
  return {
    ...context,
    unit: label.unit ?? context.unit,
    measure: label.measure ?? context.measure,
    aboutAges: context.aboutAges || lexicon.dimensionOf(text) === 'age' || /\bages?\b/iu.test(text),
    period: several ? null : read.kind === 'period' ? read.period : context.period,
    isOfSeveral: several || (context.isOfSeveral && read.kind !== 'period'),
    yearEnding: ending?.month ?? context.yearEnding,
    ...(missing && label.names !== null ? { [label.names]: 'unknown' } : {}),
    ...(unknownOf === null ? {} : { [unknownOf]: 'unknown' }),
    ...(clear && said.sex !== undefined ? { sex: said.sex } : {}),
    // A lone figure over a list numbers it; "Aged 13" and "12 - 15" say an age.
    ...(clear && said.age !== undefined && said.age !== '0-17' && !/^\d+\W*$/u.test(stripQuestion(text))
      ? { age: said.age }
      : {}),
    ...(clear && said.platform !== undefined && label.names === null ? { platform: said.platform } : {}),
    offence: context.isByOffence ? (offenceOver(text, label, lexicon) ?? context.offence) : null,
  };
}

/** "Sexual communication with a child (71/17)", "… only, where a platform is named": below it stands that offence and no other. */
function offenceOver(text: string, label: Label, lexicon: Lexicon): Context['offence'] {
  const before = /^(?:answer\s*:\s*)?(?<title>.*?)[\s,(]*\bonly\b/iu.exec(stripQuestion(text))?.groups?.title;
  const own = before === undefined ? label : readLabel(before, lexicon);
  const { offence } = own;
  if (offence === null || own.leftover !== '' || (offence.kind === 'title' && offence.isUnknown === true))
    return null;
  return { code: offence.kind === 'code' ? offence.code : null, title: titleOf(own.text) };
}

/** "Offences in 2018/19 and 2019/20": which of the two a number below is for, only its own labels say. */
function severalPeriods(label: Label): boolean {
  const years = label.periods.flatMap((word) =>
    word.kind === 'period' && word.basis !== 'month' && word.basis !== 'quarter'
      ? [written(word.period)]
      : [],
  );
  return label.age === null && new Set(years).size > 1;
}

/** "16/17" may be two ages or a financial year; a year that nobody asked about is the ages. */
function isAgeNotYear(label: Label, context: Context): boolean {
  const [word] = label.periods;
  if (label.age === null || word?.kind !== 'period' || label.periods.length > 1) return false;
  return !context.asked.some((asked) => asked.from === word.period.from && asked.to === word.period.to);
}
