import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Refusal } from '#finding/refusal.ts';
import { parseDecisions, readDecisions } from './decide-file.ts';

const WHO = `
  who: analyst
  when: "2025-09-01"
  why: As the force wrote on 3 July`;

const ALL = `# about this return
- map: {label: Zibble, to: {platform: other}}
  where: "Annex.xlsx#Q3"${WHO}
- map: {label: Of which attempted, to: not-an-answer}${WHO}
- ignore: {at: "Annex.xlsx#Q4"}${WHO}
- accept: {finding: total-mismatch, at: "page.html#t1r5c3"}${WHO}
- read:
    at: "scan.pdf#page2"
    as: {measure: offences, period: 2024-04-01/2025-03-31, platform: snapchat, low: 1, high: null}${WHO}
`;

function refused(source: string): string {
  try {
    parseDecisions(source, 'decisions.yaml');
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.equal(error.code, 'bad-use');
    return error.message;
  }
  return assert.fail('was read');
}

test('each kind of decision is read with who, when, why and its line', () => {
  const said = { who: 'analyst', when: '2025-09-01', why: 'As the force wrote on 3 July', force: null };
  const file = 'decisions.yaml';
  assert.deepEqual(parseDecisions(ALL, file), [
    {
      verb: 'map',
      label: 'Zibble',
      to: { platform: 'other' },
      where: 'Annex.xlsx#Q3',
      ...said,
      line: 2,
      file,
    },
    { verb: 'map', label: 'Of which attempted', to: 'not-an-answer', where: null, ...said, line: 7, file },
    { verb: 'ignore', at: 'Annex.xlsx#Q4', ...said, line: 11, file },
    { verb: 'accept', finding: 'total-mismatch', at: 'page.html#t1r5c3', ...said, line: 15, file },
    {
      verb: 'read',
      at: 'scan.pdf#page2',
      as: {
        measure: 'offences',
        period: '2024-04-01/2025-03-31',
        platform: 'snapchat',
        low: 1,
        high: null,
      },
      ...said,
      line: 19,
      file,
    },
  ]);
});

test('a decision that leaves something open is refused with its line and what to write', () => {
  const map = `- map: {label: Zibble, to: {platform: other}}${WHO}\n`;
  const refusals: readonly (readonly [string, string])[] = [
    [
      map.replace('  who: analyst\n', ''),
      'line 1: "0.who" is missing: write the role of who decided, as analyst; never a name.',
    ],
    [map.replace('2025-09-01', 'September'), 'line 3: "0.when": write a day as "2025-09-01".'],
    [map.replace(/ {2}why.*/, '  why: ""'), 'line 4: "0.why": write the reason in a sentence.'],
    [
      map.replace('platform: other', 'app: other'),
      'line 1: "app" is not known here. The fields are those of docs/how-to/decide.md.',
    ],
    [
      map.replace('{platform: other}', '{}'),
      'line 1: "0.map.to": write not-an-answer, or what it is, as {platform: other}.',
    ],
    [
      map.replace('{platform: other}', 'other'),
      'line 1: "0.map.to": write not-an-answer, or what it is, as {platform: other}.',
    ],
    [
      map.replace('{platform: other}', '{age: 13}'),
      'line 1: "0.map.to": age: write an age in quotes, as "12-15".',
    ],
    [
      map.replace('{platform: other}', '{sex: girls}'),
      'line 1: "0.map.to": sex: write female, male, unknown or other.',
    ],
    [
      map.replace('map:', 'mapp:'),
      'line 1: "mapp" is not known here. The fields are those of docs/how-to/decide.md.',
    ],
    [
      `- ${WHO.trim()}\n`,
      'line 1: "0": write what was decided: map, ignore, accept or read, and one of them in each decision.',
    ],
    [
      `${map}  ignore: {at: "a.csv"}\n`,
      'line 1: "0": write what was decided: map, ignore, accept or read, and one of them in each decision.',
    ],
    [
      `- ignore: {at: "a.csv"}\n  where: "a.csv"${WHO}\n`,
      'line 2: "0.where": "where" goes with map; the others name their place with "at".',
    ],
    [
      `- accept: {finding: mismatch, at: "a.csv"}${WHO}\n`,
      'line 1: "0.accept.finding": write the code of a finding, as total-mismatch.',
    ],
    [
      `- read: {at: "a.csv#B2", as: {measure: offences, period: 2024/25, low: 1, high: 2}}${WHO}\n`,
      'line 1: "0.read.as.period": write the first and the last day, as 2024-04-01/2025-03-31.',
    ],
    [
      `- read: {at: "a.csv#B2", as: {measure: offences, period: 2024-04-01/2025-03-31, low: 3, high: 2}}${WHO}\n`,
      'line 1: "0.read.as": write low no larger than high.',
    ],
    ['map: {label: a}\n', 'line 1: write a list of decisions, each beginning with a dash.'],
    ['- [a\n', 'this is not YAML'],
  ];
  for (const [source, message] of refusals) assert.match(refused(source), literal(message));
});

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), 'u');
}

test('every decision that the documentation shows is one that is read', () => {
  const pages = ['docs/how-to/decide.md', 'docs/how-to/settle-an-error.md', 'docs/method/figures.md'];
  const shown = pages.map((page) => {
    const text = readFileSync(join(import.meta.dirname, '..', '..', page), 'utf8');
    const blocks = [...text.matchAll(/(?:^ {4}.*\n)+/gmu)].map(([block]) => block.replace(/^ {4}/gmu, ''));
    return blocks
      .filter((block) => block.startsWith('- '))
      .map((block) => parseDecisions(block, page).map(({ verb }) => verb));
  });
  assert.deepEqual(shown, [[['map'], ['ignore'], ['accept'], ['read']], [['accept']], [['accept']]]);
});

test('no file, an empty one and one of comments alone hold no decision', () => {
  const folder = mkdtempSync(join(tmpdir(), 'decisions-'));
  try {
    assert.deepEqual(readDecisions(folder), []);
    for (const source of ['', '  \n', '# nothing yet\n']) {
      writeFileSync(join(folder, 'decisions.yaml'), source);
      assert.deepEqual(readDecisions(folder), []);
    }
    writeFileSync(join(folder, 'decisions.yaml'), ALL);
    assert.equal(readDecisions(folder).length, 5);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
