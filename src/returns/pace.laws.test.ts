/**
 * No text makes the reader slow: whatever is repeated in it, four times the length takes about four times as long. Told
 * by the ratio of two times, each the best of several, since a machine may be busy; a pattern that goes back over what it
 * has read takes sixteen times as long.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRegister } from '#register/register.ts';
import { forceNamed } from './letters/force-named.ts';
import { asksBack, evidence } from './letters/outcome.ts';
import { pairsOf, valueOfLine } from './letters/pairs.ts';
import { isBareNumber, isQuestion, questionNumber } from './letters/questions.ts';
import { readSentences } from './letters/sentences.ts';
import { sentencesOf } from './letters/sentences-of.ts';
import { isRule, markerRules } from './marker-rules.ts';
import { titleOf } from './tables/axis.ts';
import { noContext } from './tables/context.ts';
import { ageWords } from './words/age-words.ts';
import { bare, readLabel, stripQuestion } from './words/label.ts';
import { lexiconOf } from './words/lexicon.ts';
import { periodWords } from './words/period-words.ts';
import { tags } from './words/tags.ts';
import { boundsIn, cellValue } from './words/value-words.ts';

const register = readRegister();
const lexicon = lexiconOf(register, ['0-11', '12-15', '16-17']);

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'the words of periods': periodWords,
  'the words of ages': ageWords,
  'the value of a cell': cellValue,
  'bounds in a text': boundsIn,
  'the tags of a text': (text) => tags(text, lexicon),
  'a label': (text) => readLabel(text, lexicon),
  'the number of a question before a text': stripQuestion,
  'what a label leaves': bare,
  'the cutting of sentences': sentencesOf,
  'pairs on a line': (text) => pairsOf(text, lexicon),
  'a value alone on a line': (text) => valueOfLine(text, lexicon),
  'the numbers of a sentence': (text) => readSentences(text, 'l1', noContext, lexicon, 'l1'),
  'the outcome of a reply': (text) => evidence([text]),
  'a question asked back': asksBack,
  'a line that asks': isQuestion,
  'the number of a line': questionNumber,
  'a number alone': isBareNumber,
  'the force that is named': (text) => forceNamed([text], [], register, null),
  'the rules of signs': (text) => markerRules([text]),
  'a line that is a rule': isRule,
  'the title of an offence': titleOf,
};

const repeated = [
  '1',
  '12 ',
  ' ',
  '\u00a0',
  ',',
  'a',
  'ab ',
  '- ',
  '-',
  'and ',
  '(',
  '1,',
  '1-',
  '1 to ',
  '12 and ',
  'section 1(',
  '.',
  '. A',
  'x.',
  'under ',
  '(1) ',
  'of ',
  'aged 1 ',
  '1/',
  '£1 ',
  '* ',
  '<',
  'april ',
  '1 april ',
  '2024/',
  'the information ',
  'Snapchat 1, ',
  'foi ',
  '"',
  '= ',
  'a: ',
  '?',
  '1 offences ',
  'five ',
  'one hundred and ',
  'between ',
  'would ',
];

const LENGTH = 25_000;
/** Below this many milliseconds for a text of 100,000 characters nothing needs to be compared. */
const QUICK = 60;
/** Between the 4 of a straight reading and the 16 of one that goes back. */
const MOST = 9;

for (const [what, read] of Object.entries(readers)) {
  test(`reading ${what} takes a time that grows with the text and no faster`, () => {
    for (const unit of repeated) {
      const short = textOf(unit, LENGTH);
      const long = textOf(unit, LENGTH * 4);
      let ratio = 0;
      for (let round = 0; round < 4; round += 1) {
        const time = timeOf(read, long);
        if (time < QUICK) break;
        ratio = time / Math.max(timeOf(read, short), timeOf(read, short), 0.01);
        if (ratio < MOST) break;
      }
      assert.ok(ratio < MOST, `"${unit}" four times as often takes ${ratio.toFixed(1)} times as long`);
    }
  });
}

function textOf(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

function timeOf(read: (text: string) => unknown, text: string): number {
  const from = performance.now();
  read(text);
  return performance.now() - from;
}
