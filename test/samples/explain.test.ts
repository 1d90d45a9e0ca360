/** Every number on every page of the samples is accounted for: an observation, a total, no answer, or unread with a finding. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite, test } from 'node:test';
import { readCollection } from '#collection/read-collection.ts';
import { readRegister } from '#register/register.ts';
import type { Block } from '#returns/document.ts';
import type { ExplainedBlock } from '#returns/explain.ts';
import { placesOf } from '#returns/explain-stated.ts';
import { forceOfFolder } from '#returns/letters/force-named.ts';
import { openReturn } from '#returns/open-return.ts';
import { readExplained } from '#returns/read-return.ts';

const root = join(import.meta.dirname, '..', '..');
const register = readRegister();
const collections = [
  'examples/flagged-2015-16',
  ...['communication-2024-25', 'letters-2023-24', 'workbooks-2024-25'].map((name) => `test/samples/${name}`),
];

for (const name of collections) {
  const dir = join(root, name);
  const collection = readCollection(join(dir, 'collection.yaml'));

  suite(`the numbers on the pages of ${basename(name)}`, () => {
    for (const force of readdirSync(join(dir, 'returns')).sort()) {
      test(`every number that ${force} sent for ${basename(name)} has its fate, and every observation its number`, async () => {
        const documents = await openReturn(join(dir, 'returns', force), { isolated: false });
        const asked = forceOfFolder(force, register);
        const { reading, explained } = readExplained({ documents, collection, register, force: asked });
        const blocks = explained.documents.flatMap((document) => [...document.blocks]);
        assert.deepEqual(
          blocks.map(({ block }) => block),
          documents.flatMap((document) => [...document.blocks]),
        );
        assert.deepEqual(
          blocks.flatMap((block) => digitsWithoutFate(block)),
          [],
        );
        const numbers = blocks.flatMap(({ block, texts }) =>
          texts.flatMap((text) => text.numbers.map((number) => ({ ...number, block: block.at }))),
        );
        const labels = reading.findings.map(({ facts }) => String(facts.label ?? ''));
        const named = new Set(reading.findings.flatMap(({ at }) => placesOf(at)));
        assert.deepEqual(
          numbers.filter(
            ({ fate, at, block, text }) =>
              fate === 'unread' &&
              !named.has(at) &&
              !named.has(block) &&
              !labels.some((one) => one.includes(text)),
          ),
          [],
        );
        const joined = new Set(
          reading.observations.flatMap(({ at }) => (at.includes(',') ? placesOf(at) : [])),
        );
        assert.deepEqual(
          numbers.filter(
            ({ fate, at, text, as }) =>
              isRead(fate) && !joined.has(at) && /^[\d,]+$/u.test(text) && !tellsCount(as, text),
          ),
          [],
        );
        const told = new Set(numbers.flatMap(({ fate, at }) => (isRead(fate) ? [at] : [])));
        assert.deepEqual(
          reading.observations.filter(
            ({ at }) => !at.includes(':') && !placesOf(at).some((one) => told.has(one)),
          ),
          [],
        );
      });
    }
  });
}

function isRead(fate: string): boolean {
  return fate === 'observation' || fate === 'total';
}

/** An exact number is told as itself, or as no answer that was only checked as a total. */
function tellsCount(as: string, text: string): boolean {
  const number = text.replaceAll(',', '');
  return new RegExp(`: ${number}(?!\\d| to| or)`, 'u').test(as) || !/: \d/u.test(as);
}

/** Digits that the block shows and that lie in no number of the account. */
function digitsWithoutFate({ block, texts }: ExplainedBlock): readonly string[] {
  return textsOf(block).flatMap(({ at, text }) => {
    const told = texts.find((one) => one.at === at && one.text === text);
    return [...text.matchAll(/\p{N}+/gu)]
      .filter(({ index, 0: digits }) => {
        const end = index + digits.length;
        return told?.numbers.some((number) => number.start <= index && end <= number.end) !== true;
      })
      .map(({ 0: digits }) => `${at}: ${digits} in "${text}"`);
  });
}

function textsOf(block: Block): readonly { readonly at: string; readonly text: string }[] {
  const marked = block.kind === 'line' ? [block] : block.cells;
  return [
    ...(block.kind === 'table' ? [{ at: block.at, text: block.name }] : []),
    ...marked.flatMap(({ at, text, marks }) => [text, ...marks].map((one) => ({ at, text: one }))),
  ];
}
