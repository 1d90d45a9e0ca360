/**
 * The register is kept by people, so it is policed: every file sorted, no key twice, every fact with a source, every
 * reference leading somewhere, every file named where its source and its columns are told.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf } from '#register/facts.ts';
import type { Tree } from './repository.ts';
import { holds, repository, tree } from './repository.ts';

/** The columns that name a fact, in the order the file is sorted by. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'age-words.csv': ['word', 'role'],
  'areas.csv': ['code'],
  'bank-holidays.csv': ['date', 'division'],
  'child-population.csv': ['force', 'year', 'ages'],
  'flag-means.csv': ['term'],
  'flag-word-weights.csv': ['word'],
  'flag-words.csv': ['word', 'concept'],
  'force-aliases.csv': ['alias'],
  'force-places.csv': ['place'],
  'forces.csv': ['code'],
  'la-child-population.csv': ['authority', 'year', 'ages'],
  'la-to-force.csv': ['authority'],
  'measure-words.csv': ['word'],
  'offence-aliases.csv': ['alias'],
  'offence-classes.csv': ['class'],
  'offences.csv': ['code'],
  'ordinary-words.csv': ['word'],
  'platform-aliases.csv': ['alias'],
  'platform-noise-words.csv': ['word'],
  'platforms.csv': ['id'],
  'published-contradictions.csv': ['id'],
  'published-figures.csv': [
    'measure',
    'period',
    'area_type',
    'area',
    'dimension',
    'category',
    'release',
    'value',
    'source_url',
  ],
  'record-columns.csv': ['name'],
  'series-breaks.csv': ['day', 'measure'],
  'sex-words.csv': ['word'],
  'support-services.csv': ['rank'],
  'total-words.csv': ['word'],
};

/** A column of one file whose every filled cell must be a cell of one of these columns. */
const REFERENCES: readonly { readonly from: string; readonly to: readonly string[] }[] = [
  { from: 'child-population.csv force', to: ['forces.csv code'] },
  { from: 'force-aliases.csv force', to: ['forces.csv code'] },
  { from: 'force-places.csv force', to: ['forces.csv code'] },
  { from: 'forces.csv region', to: ['areas.csv code'] },
  { from: 'la-child-population.csv authority', to: ['la-to-force.csv authority'] },
  { from: 'la-to-force.csv code_2024', to: ['la-to-force.csv authority'] },
  { from: 'la-to-force.csv force', to: ['forces.csv code'] },
  { from: 'la-to-force.csv region', to: ['areas.csv code'] },
  { from: 'offence-aliases.csv offence', to: ['offences.csv code', 'offence-classes.csv class'] },
  { from: 'offences.csv class', to: ['offence-classes.csv class'] },
  { from: 'platform-aliases.csv platform', to: ['platforms.csv id'] },
  { from: 'published-contradictions.csv code', to: ['areas.csv code', 'forces.csv code'] },
  { from: 'published-figures.csv code', to: ['areas.csv code', 'forces.csv code'] },
];

type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

test('every file of the register is sorted by its key, and no key stands twice', () => {
  holds(
    registers(repository()).flatMap(([file, text]) => disorder(file, text, KEYS[file])),
    'move the line to its place (capitals come before small letters), or take out the second of two.',
  );
});

test('a line out of place, a key twice, a short line and a file without a key are found', () => {
  const text = 'word,role\nb,x\na,x\na,x\nc\n';
  assert.deepEqual(disorder('w.csv', text, ['word', 'role']), [
    'w.csv:3: "a x" stands after "b x"',
    'w.csv:4: "a x" stands twice',
    'w.csv:5: 1 cells under 2 columns',
  ]);
  assert.deepEqual(disorder('w.csv', text, undefined), ['w.csv: its key is not listed in this test']);
});

test('every reference from one file of the register to another leads somewhere', () => {
  holds(lost(repository()), 'add the fact that is pointed at, or mend the cell.');
});

test('an alias of a platform that is not there is found', () => {
  const made = tree({
    'register/platforms.csv': 'id,name\nkik,Kik\n',
    'register/platform-aliases.csv': 'alias,platform\nK,kik\nKiki,kiki\nNone,\n',
  });
  assert.deepEqual(lost(made), ['platform-aliases.csv:3: platform "kiki" is not in platforms.csv id']);
});

test('every file of the register has its source and its columns told, and no other file is told of', () => {
  holds(
    untold(repository()),
    'give the file a line in the tables of register/SOURCES.md and register/README.md.',
  );
});

test('a file without a source and a source without a file are found', () => {
  const made = tree({
    'register/a.csv': 'x\n',
    'register/b.topojson': '{}',
    'register/README.md': '| `a.csv` | x | y |\n| `b.topojson` | x | y |\n',
    'register/SOURCES.md': '| `a.csv` | somewhere | OGL | 2020 |\n| `c.csv` | x | y | z |\n',
  });
  assert.deepEqual(untold(made), [
    'register/SOURCES.md has no line for b.topojson',
    'register/SOURCES.md tells of c.csv, which is not there',
  ]);
});

test('every fact of the register that names its source has one, and every day is a day', () => {
  holds(
    registers(repository()).flatMap(([file, text]) =>
      rows(text).flatMap(({ line, cells }) => {
        const bare = ['source', 'source_url'].filter((column) => cells[column] === '');
        const wrong = ['added', 'date'].filter(
          (column) => !/^\d{4}-\d{2}-\d{2}$/.test(cells[column] ?? '2000-01-01'),
        );
        return [...bare, ...wrong].map((column) => `${file}:${line}: "${column}" is "${cells[column]}"`);
      }),
    ),
    'say where the fact was seen and on which day it was entered, as 2026-11-22.',
  );
});

test('every telephone number of a support service has evidence and a page where it was seen', () => {
  const services = rows(repository().get('register/support-services.csv') ?? '');
  assert.ok(services.length > 0);
  holds(
    services.flatMap(({ line, cells }) => {
      const { phone = '', evidence = '', source_url: page = '' } = cells;
      const stands = evidence.startsWith('primary') && /^https?:\/\//.test(page);
      return phone === '' || stands ? [] : [`support-services.csv:${line}: no evidence for the number`];
    }),
    'name in "evidence" who shows the number, beginning with primary, and in "source_url" the page.',
  );
});

test('short and ordinary spellings of a platform are read only as a whole cell', () => {
  const aliases = rows(repository().get('register/platform-aliases.csv') ?? '');
  const ordinary = new Set(
    rows(repository().get('register/ordinary-words.csv') ?? '').map(({ cells }) => cells.word),
  );
  holds(
    aliases.flatMap(({ line, cells }) => {
      const { alias = '', needs } = cells;
      const isShort = alias.replace(/[^\p{L}\p{N}]/gu, '').length <= 3;
      const must = isShort || ordinary.has(alias.toLowerCase());
      return must && needs !== 'whole cell' ? [`platform-aliases.csv:${line}: "${alias}"`] : [];
    }),
    'write "whole cell" under "needs": inside a sentence such a word means something else.',
  );
});

test('every platform that a sample is said to hold is a platform of the register', () => {
  const known = new Set(rows(repository().get('register/platforms.csv') ?? '').map(({ cells }) => cells.id));
  const truths = [...repository()].filter(([path]) => /\/truth\/[^/]+\.json$/.test(path));
  assert.ok(truths.length >= 35);
  holds(
    truths.flatMap(([path, text]) =>
      [...text.matchAll(/"platform": "([^"]+)"/g)].flatMap(([, id = '']) =>
        known.has(id) ? [] : [`${path}: "${id}"`],
      ),
    ),
    'write the id of register/platforms.csv.',
  );
});

function registers(files: Tree): [string, string][] {
  return [...files]
    .filter(([path]) => /^register\/[^/]+\.csv$/.test(path))
    .map(([path, text]) => [path.slice('register/'.length), text]);
}

function rows(text: string): Row[] {
  const [head = '', ...lines] = text.split('\n');
  const columns = cellsOf(head) ?? [];
  return lines
    .map((written, at) => ({ line: at + 2, written }))
    .filter(({ written }) => written !== '')
    .map(({ line, written }) => {
      const cells = cellsOf(written) ?? [];
      return {
        line,
        cells: Object.fromEntries(cells.map((cell, at) => [columns[at] ?? `extra ${at}`, cell])),
      };
    });
}

function disorder(file: string, text: string, key: readonly string[] | undefined): string[] {
  if (key === undefined) return [`${file}: its key is not listed in this test`];
  const width = (cellsOf(text.split('\n')[0] ?? '') ?? []).length;
  let before: string[] | null = null;
  return rows(text).flatMap(({ line, cells }) => {
    const found = Object.keys(cells).length;
    if (found !== width) return [`${file}:${line}: ${found} cells under ${width} columns`];
    const own = key.map((column) => cells[column] ?? '');
    const last = before;
    before = own;
    if (last === null) return [];
    const at = own.findIndex((cell, i) => cell !== last[i]);
    if (at < 0) return [`${file}:${line}: "${own.join(' ')}" stands twice`];
    if ((own[at] ?? '') > (last[at] ?? '')) return [];
    return [`${file}:${line}: "${own.join(' ')}" stands after "${last.join(' ')}"`];
  });
}

function lost(files: Tree): string[] {
  const read = new Map(registers(files).map(([file, text]) => [file, rows(text)]));
  const column = (place: string): readonly [string, string] => {
    const [file = '', name = ''] = place.split(' ');
    return [file, name];
  };
  return REFERENCES.flatMap(({ from, to }) => {
    const [file, name] = column(from);
    const known = new Set(
      to.map(column).flatMap(([target, key]) => (read.get(target) ?? []).map(({ cells }) => cells[key])),
    );
    return (read.get(file) ?? []).flatMap(({ line, cells }) => {
      const cell = cells[name] ?? '';
      return cell === '' || known.has(cell)
        ? []
        : [`${file}:${line}: ${name} "${cell}" is not in ${to.join(' or ')}`];
    });
  });
}

function untold(files: Tree): string[] {
  const there = [...files.keys()]
    .filter((path) => path.startsWith('register/') && !path.endsWith('.md'))
    .map((path) => path.slice('register/'.length));
  return ['register/README.md', 'register/SOURCES.md'].flatMap((page) => {
    const told = [...(files.get(page) ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map((found) => found[1] ?? '');
    return [
      ...there.filter((file) => !told.includes(file)).map((file) => `${page} has no line for ${file}`),
      ...told
        .filter((file) => !there.includes(file))
        .map((file) => `${page} tells of ${file}, which is not there`),
    ];
  });
}
