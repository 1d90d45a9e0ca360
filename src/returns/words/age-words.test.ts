/** Ages inside sentences: a number is one only where the words around it say so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageWords } from './age-words.ts';

const cases: readonly (readonly [text: string, age: string | null])[] = [
  ['aged 13', '13'],
  ['aged 12 to 15', '12-15'],
  ['12-15 years old', '12-15'],
  ['between 12 and 15', null],
  ['aged between 12 and 15', '12-15'],
  ['under 12', '0-11'],
  ['under the age of 13', '0-12'],
  ['under 12s', '0-11'],
  ['U13', '0-12'],
  ['12 and under', '0-12'],
  ['11 years and under', '0-11'],
  ['aged 11 or under', '0-11'],
  ['16 or 17', null],
  ['aged 16 and 17', '16-17'],
  ['16/17', null],
  ['aged 16/17', '16-17'],
  ['16 and over', '16+'],
  ['16+', null],
  ['16+ years', null],
  ['over 15', null],
  ['over 16', null],
  ['over 18', null],
  ['aged 10', '10'],
  ['10-year-old', '10'],
  ['ten years old', '10'],
  ['age 10', '10'],
  ['ages 10-12', '10-12'],
  ['age group 12-15', '12-15'],
  ['0-11', null],
  ['12 to 15', null],
  ['12 offences', null],
  ['13 of them', null],
  ['under 5 offences', null],
  ['under 10 hours', null],
  ['5 years', null],
  ['5 years ago', null],
  ['over 12 months', null],
  ['between 1 and 4 offences', null],
  ['12 oed', '12'],
  ['dan 12 oed', '0-11'],
  ['rhwng 12 a 15 oed', '12-15'],
  ['11 oed ac iau', '0-11'],
  ['16 oed a drosodd', '16+'],
  ['thirteen years of age', '13'],
  ['aged thirteen to fifteen', '13-15'],
  ['fifteen-year-olds', '15'],
  ['younger than 10', '0-9'],
  ['older than 15', null],
  ['aged 0 to 17', '0-17'],
  ['up to the age of 12', '0-12'],
  ['aged 121', null],
  ['13yo', '13'],
  ['13 y/o', '13'],
  ['13 yrs', null],
  ['aged 4 - 9 years inclusive', '4-9'],
];

for (const [text, age] of cases) {
  test(
    age === null ? `in a sentence "${text}" is no age` : `in a sentence "${text}" is the age ${age}`,
    () => {
      assert.deepEqual(
        ageWords(text).map((word) => word.age),
        age === null ? [] : [age],
      );
    },
  );
}
