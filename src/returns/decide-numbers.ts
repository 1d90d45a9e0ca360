/**
 * Single numbers that a person decided: one that is no answer, and one that the person read. A number read by a person stands
 * in the place of what the reader made of it, and takes part in every check. Where the place shows another number than the
 * person read, the file has changed, and the decision is not applied.
 */
import type { Collection } from '#collection/collection.ts';
import { exact } from '#count/count.ts';
import { period as periodOf } from '#period/period.ts';
import type { Decision, ReadAs } from './decide-file.ts';
import type { Page } from './decide-page.ts';
import { eachPlace, liesIn } from './decide-places.ts';
import type { Block, Cell, Document, Line } from './document.ts';
import type { Stated } from './stated.ts';
import type { Walked } from './walk.ts';
import { numberOf, type Value } from './words/value-words.ts';

export type ReadByPerson = Decision & { readonly verb: 'read' };

type Deciding = {
  readonly page: Page;
  readonly silent: readonly (Decision & { readonly verb: 'ignore' })[];
  readonly read: readonly ReadByPerson[];
  readonly collection: Collection;
  readonly documents: readonly Document[];
  readonly onUse: (decision: Decision) => void;
};

const DECIDED = { why: 'decided', finding: null } as const;

export function decideNumbers(walked: Walked, deciding: Deciding): Walked {
  const { page, silent, read, documents, onUse } = deciding;
  const stated = walked.stated.map((one): Stated => {
    const own = one.cells?.own ?? null;
    const isSilent = own === null ? one.value === null && isAt(one, silent, onUse) : page.silenced.has(own);
    return isSilent ? { ...one, not: DECIDED } : one;
  });
  const blockOf = walked.blockOf.map(page.asSent);
  for (const decision of read) {
    const places = eachPlace(decision.at).map((at) => placeIn(at, documents, stated));
    if (places.includes(null) || !shows(decision, places as readonly Place[])) continue;
    onUse(decision);
    const number = statedBy(decision, deciding.collection);
    const [first, ...others] = replacedBy(decision, stated);
    for (const at of others) stated[at] = { ...(stated[at] as Stated), not: DECIDED };
    const kept = first === undefined ? undefined : stated[first];
    if (first !== undefined && kept !== undefined) {
      const { text, block, cells, isTotal, labels, question } = kept;
      stated[first] = {
        ...number,
        text,
        block,
        isTotal,
        labels,
        question,
        ...(cells === undefined ? {} : { cells }),
      };
      continue;
    }
    const [place] = places;
    const own = place?.cell ?? null;
    stated.push({ ...number, ...(own === null ? {} : { text: own.text, cells: { own, around: [] } }) });
    blockOf.push(place?.block ?? nowhere(decision.at));
  }
  const isOut = (at: number): boolean => stated[at]?.not?.why === DECIDED.why;
  const sums = walked.sums
    .filter(({ whole }) => !isOut(whole))
    .map((sum) => ({ ...sum, parts: sum.parts.filter((part) => !isOut(part)) }))
    .filter(({ parts }) => parts.length > 0);
  const passed = new Map([...walked.passed].map(([block, why]) => [page.asSent(block), why]));
  return { ...walked, stated, blockOf, sums, passed };
}

function isAt(one: Stated, silent: Deciding['silent'], onUse: Deciding['onUse']): boolean {
  const found = silent.filter((decision) => liesIn(one.at, decision.at));
  for (const decision of found) onUse(decision);
  return found.length > 0;
}

type Place = { readonly block: Block | null; readonly cell: Cell | null; readonly text: string };

/** What stands at a place: a cell, a line, a blank; null where there is no such place. A file that gave no text has every place. */
function placeIn(at: string, documents: readonly Document[], stated: readonly Stated[]): Place | null {
  for (const { blocks, file } of documents) {
    if (at !== file && !at.startsWith(`${file}#`)) continue;
    if (blocks.length === 0) return { block: null, cell: null, text: '' };
    for (const block of blocks) {
      if (block.kind === 'line' && block.at === at) return { block, cell: null, text: pageText(at, blocks) };
      const cell = block.kind === 'table' ? block.cells.find((one) => one.at === at) : undefined;
      if (cell !== undefined && block.kind === 'table')
        return { block, cell: isShared(at, blocks) ? null : cell, text: pageText(at, blocks) };
    }
  }
  return stated.some((one) => one.at === at && one.value === null)
    ? { block: null, cell: null, text: '' }
    : null;
}

/** All that stands at one place: on a page of a PDF that is the whole page. */
function pageText(at: string, blocks: readonly Block[]): string {
  return textsAt(at, blocks).join(' ');
}

function isShared(at: string, blocks: readonly Block[]): boolean {
  return textsAt(at, blocks).length > 1;
}

function textsAt(at: string, blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    (block.kind === 'line' ? [block] : block.cells).filter((one) => one.at === at).map(({ text }) => text),
  );
}

/** A sign, a blank, a remark or a picture shows no number: there the person's word stands. */
function shows({ as }: ReadByPerson, places: readonly Place[]): boolean {
  const [only, ...others] = places;
  if (only === undefined || others.length > 0 || as.low !== as.high) return true;
  const shown = only.text
    .split(/[^\p{L}\p{N},-]+/u)
    .map((word) => numberOf(word.replace(/^[,-]+|[,-]+$/gu, '')))
    .filter((number) => number !== null);
  return shown.length === 0 || shown.includes(as.low);
}

/** Positions of what the reader made of the place. Of the numbers of a line or page only the one that was read gives way. */
function replacedBy({ at, as }: ReadByPerson, stated: readonly Stated[]): readonly number[] {
  const places = eachPlace(at);
  const there = stated.flatMap((one, position) =>
    one.not?.why !== DECIDED.why && places.includes(one.at) ? [position] : [],
  );
  if (there.length < 2 || places.length > 1) return there;
  return there.filter((position) => {
    const value = stated[position]?.value ?? null;
    return value?.kind === 'exact' && value.count.low === as.low && as.low === as.high;
  });
}

function statedBy({ at, as }: ReadByPerson, collection: Collection): Stated {
  const { age = null, sex = null, platform = null, offence, measure } = as;
  const code = offence !== undefined && /^\d{1,3}[A-Z]?\/\d{1,2}$/u.test(offence) ? offence : null;
  return {
    value: countOf(as),
    text: as.low === as.high ? `${as.low}` : '',
    at,
    age,
    sex,
    platform,
    offence: offence === undefined ? null : { code, title: offence.toLowerCase() },
    unit: collection.measures.find(({ id }) => id === measure)?.unit ?? null,
    ownUnit: true,
    measure,
    period: periodOf(as.period),
    question: null,
    not: null,
    labels: 'read by a person',
    isTotal: false,
    block: at,
  };
}

function countOf({ low, high }: ReadAs): Value {
  if (low === high) return { kind: 'exact', count: exact(low), form: 'figures' };
  return { kind: 'bounded', low, high: high ?? Number.POSITIVE_INFINITY, mayBeZero: false };
}

/** For a number of a file that shows none, such as a picture. */
function nowhere(at: string): Line {
  return { kind: 'line', role: 'paragraph', text: '', marks: [], at, furniture: false };
}
