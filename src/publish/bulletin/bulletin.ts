/**
 * A bulletin: a short text about one area, for a local paper or charity to use as it stands. Promises 80 to 150 words with
 * its title and its last line. Sentences marked `must` always stand; the others fill the room that is left, in their
 * order of use to a reader, and always stand in the order in which they were written.
 */
import type { Area } from '#tables/release.ts';
import type { ReleaseIndex } from '../release-index.ts';
import type { Subject } from '../wording/subject.ts';

export const FEWEST_WORDS = 80;
export const MOST_WORDS = 150;

export type Bulletin = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Source and where to get help; on a page both stand elsewhere. */
  readonly closing: string;
};

/** What a kind of area makes before it is cut to length. */
export type Draft = { readonly title: string; readonly paragraphs: readonly (readonly Sentence[])[] };

export type Setting = { readonly area: Area; readonly index: ReleaseIndex; readonly subject: Subject };

/** `use` counts from 1, the first to be let in; `must` for what may never be left out. Empty text is no sentence. */
export type Sentence = { readonly text: string; readonly use: number | 'must' };

export function must(text: string): Sentence {
  return { text, use: 'must' };
}

export function may(use: number, text: string): Sentence {
  return { text, use };
}

/** Puts sentences into paragraphs, leaving out the least useful until title, closing and text hold `MOST_WORDS`. */
export function compose(
  title: string,
  paragraphs: readonly (readonly Sentence[])[],
  closing: string,
): Bulletin {
  const chosen = new Set(paragraphs.flat().filter(({ use, text }) => use === 'must' && text !== ''));
  let room =
    MOST_WORDS - words(title) - words(closing) - [...chosen].reduce((sum, one) => sum + words(one.text), 0);
  const others = paragraphs.flat().filter(({ use, text }) => use !== 'must' && text !== '');
  for (const one of others.sort((a, b) => Number(a.use) - Number(b.use))) {
    if (words(one.text) > room) continue;
    chosen.add(one);
    room -= words(one.text);
  }
  const kept = paragraphs.map((sentences) =>
    sentences
      .filter((one) => chosen.has(one))
      .map(({ text }) => text)
      .join(' '),
  );
  return { title, paragraphs: kept.filter((text) => text !== ''), closing };
}

export function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

export function bulletinText({ title, paragraphs, closing }: Bulletin): string {
  return `${[title, ...paragraphs, closing].join('\n\n')}\n`;
}
