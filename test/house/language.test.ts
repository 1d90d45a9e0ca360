/**
 * Administrative language everywhere, in code, data, tests and pages: children are counted, never described. The words
 * refused are kept as the first half of their SHA-256, so that the list does not itself hold them; a failure names the file
 * and line only. Two things keep their words: the titles of offences in the register, which are the law's, and addresses.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, repository, tree } from './repository.ts';

const REFUSED: ReadonlySet<string> = new Set([
  '0033728f0fbc83a0',
  '0508a634445d4016',
  '060360e1bc3bb24a',
  '0632813d1fd36b45',
  '09cc1b93ceee06fd',
  '0f65efb7d31131b3',
  '11cf8376a1575fdc',
  '12a667c9be6ff8f6',
  '14e65d98b3a16034',
  '1b3703ad4f7400a2',
  '1d0864b81a8a857b',
  '1d975ddabeb63098',
  '1dba4b3306b4de8e',
  '27e030b863709772',
  '2944474a2c8b8c37',
  '2d7d06c8ac56bd44',
  '3011afcf6014f73e',
  '4ae1915834846378',
  '4c0fbd0ce0a1bd70',
  '701d6943ae042bad',
  '74305616b2bc16c0',
  '793922ac29bcc4f3',
  '82e695c9e75f5bc6',
  '85f5d2e0be9805a2',
  '8c5c04391361cbf4',
  '937d56e49744d206',
  '9880a3c66c8132b1',
  '99ec68fed53dd6fc',
  '9ae315a94e428a7e',
  '9ee5b2fdbc7f442c',
  'a0c239a8b1243a3d',
  'a6ee0e6b8b6a6ba1',
  'a76d588d0047e3b0',
  'c2c3b68b48832afd',
  'ca762bf29d849e00',
  'caa0d5269bb5d46c',
  'd11f3961726f0347',
  'd7d34a40733b7818',
  'df836d904a5c630c',
  'e1b73076698c35dc',
  'eb9b035455b44ae0',
  'eff26b18165ece9c',
  'f600213ecb89e32b',
  'f6952d6eef555ddd',
  'ff5ae7e8d206066d',
]);

const TITLES_OF_THE_LAW = /^register\/offence[a-z-]*\.csv$/;
const ADDRESS = /\bhttps?:\/\/[^\s,;"'<>)\]]+/g;

test('no file holds a graphic or demeaning word', () => {
  holds(
    breaches(repository(), REFUSED),
    'say it as the register or the law does, or leave it out: a count needs no description.',
  );
});

test('a refused word is found in any case and beside any mark, and inside another word is not', () => {
  const made = tree({
    'docs/a.md': 'one\nTwo (WORDLE), three\n',
    'docs/b.md': 'a wordlebook of "Wordle"s\n',
    'docs/c.md': 'wordles https://example.org/wordle-1\n',
    'register/offences.csv': '1/1,Wordle\n',
  });
  assert.deepEqual(breaches(made, new Set([digest('wordle')])), ['docs/a.md:2', 'docs/b.md:1']);
});

function breaches(files: Tree, refused: ReadonlySet<string>): string[] {
  const known = new Map<string, boolean>();
  const isRefused = (word: string): boolean => {
    const found = known.get(word) ?? refused.has(digest(word));
    known.set(word, found);
    return found;
  };
  return [...files]
    .filter(([path]) => !TITLES_OF_THE_LAW.test(path))
    .flatMap(([path, text]) =>
      text.split('\n').flatMap((line, i) => {
        const words =
          line
            .replace(ADDRESS, ' ')
            .toLowerCase()
            .match(/\p{L}+/gu) ?? [];
        return words.some(isRefused) ? [`${path}:${i + 1}`] : [];
      }),
    );
}

function digest(word: string): string {
  return createHash('sha256').update(word).digest('hex').slice(0, 16);
}
