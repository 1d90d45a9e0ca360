/** The rules of spreadsheets and the page that lists them are the same, in number, weight and words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '#workbook/rules/all.ts';
import { holds, repository } from './repository.ts';

const PAGE = 'docs/method/spreadsheets.md';

test('the page on spreadsheets lists every rule that is checked and no other', () => {
  holds(
    breaches(repository().get(PAGE) ?? ''),
    `keep one row "| number | weight | what it asks |" for each rule in ${PAGE}.`,
  );
});

test('a rule that is missing from the page, and a row of no rule, are found', () => {
  const [first] = rules;
  const row = `| ${first?.number} | ${first?.weight} | ${first?.asks} |`;
  assert.equal(breaches(`${row}\n| Z1 | desirable | Nothing. |\n`).length, rules.length);
});

function breaches(page: string): string[] {
  const told = new Set([...page.matchAll(/^\| [A-Z]\d+ \| .*$/gm)].map(([row]) => row));
  const asked = rules.map(({ number, weight, asks }) => `| ${number} | ${weight} | ${asks} |`);
  return [
    ...asked.filter((row) => !told.has(row)).map((row) => `${row} is not on the page`),
    ...[...told].filter((row) => !asked.includes(row)).map((row) => `${row} is no rule`),
  ];
}
