/**
 * Accounts for every number that the documents of a return show: read as an observation, checked as a total, named as no
 * answer, or left unread with a finding. Interprets nothing itself: it tells what the reading did, and where the reading
 * was silent it says that too.
 */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import { ownCodes } from './assemble/measure.ts';
import type { Block, Cell, Document } from './document.ts';
import { explainBlock } from './explain-block.ts';
import type { ExplainedText, NumberFate, Told } from './explain-line.ts';
import { type FatesOf, fatesOf } from './explain-stated.ts';
import { namer } from './explain-text.ts';
import type { Walked } from './walk.ts';
import type { Lexicon } from './words/lexicon.ts';

export type ExplainedBlock = { readonly block: Block; readonly texts: readonly ExplainedText[] };

export type ExplainedDocument = {
  readonly document: Document;
  readonly blocks: readonly ExplainedBlock[];
};

export type Explained = {
  readonly documents: readonly ExplainedDocument[];
  /** One finding for each number that the reading left out without a word, or for each block with many of them. */
  readonly findings: readonly Finding[];
};

export type ExplainOf = FatesOf & {
  readonly documents: readonly Document[];
  readonly walked: Walked;
  readonly lexicon: Lexicon;
  /** Blocks and cells that a person's decision took out before they were read. */
  readonly left: ReadonlySet<Block | Cell>;
};

/** More silent numbers than this in one block are told in one finding. */
const FEW = 12;

export function explain(all: ExplainOf): Explained {
  const { documents, walked, trace, lexicon } = all;
  const fates = fatesOf(all);
  const told = new Map<Block, Told[]>();
  trace.stated.forEach((one, at) => {
    const block = walked.blockOf[at];
    if (block === undefined) return;
    const known = told.get(block);
    const next = { one, fate: fates[at] ?? null };
    if (known === undefined) told.set(block, [next]);
    else known.push(next);
  });
  const findings: Finding[] = [];
  const explained = documents.map((document) => ({
    document,
    blocks: document.blocks.map((block) => {
      const read = {
        told: told.get(block) ?? [],
        passed: walked.passed.get(block) ?? null,
        left: all.left,
        lexicon,
        namer: namer(lexicon),
        ownCodes: ownCodes(all.collection),
      };
      const texts = explainBlock(block, read).map((text) => withoutReferences(text, document.file));
      findings.push(...silentIn(block, texts));
      return { block, texts };
    }),
  }));
  return { documents: explained, findings };
}

/** A number of four figures or more that the name of the file has too is its reference. */
function withoutReferences(text: ExplainedText, file: string): ExplainedText {
  const plain = (some: string): string => some.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const name = ` ${plain(file)} `;
  const isReference = ({ fate, as, text: number }: NumberFate): boolean =>
    fate === 'unread' && as === '' && /\d{4}/u.test(number) && name.includes(` ${plain(number)} `);
  if (!text.numbers.some(isReference)) return text;
  return {
    ...text,
    numbers: text.numbers.map((one) =>
      isReference(one) ? { ...one, fate: 'not-an-answer', as: 'reference' } : one,
    ),
  };
}

function silentIn(block: Block, texts: readonly ExplainedText[]): readonly Finding[] {
  const silent = texts.flatMap(({ numbers }) =>
    numbers.filter(({ fate, as }) => fate === 'unread' && as === ''),
  );
  const [first] = silent;
  if (first === undefined) return [];
  if (silent.length <= FEW)
    return silent.map(({ at, text }) => finding('unread-number', at, { value: text }));
  const why = `and ${silent.length - 1} other numbers of this ${block.kind}`;
  return [finding('unread-number', block.at, { value: first.text, why })];
}

/** Every number in reading order, for programs. */
export function numbersOf({ documents }: Explained): readonly NumberFate[] {
  return documents.flatMap(({ blocks }) =>
    blocks.flatMap(({ texts }) =>
      texts.flatMap(({ numbers }) =>
        numbers.map(({ at, text, fate, as }) => ({
          at,
          text,
          fate,
          as: fate === 'unread' && as === '' ? 'unread-number' : as,
        })),
      ),
    ),
  );
}
