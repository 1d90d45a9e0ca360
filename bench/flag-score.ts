/** Decisions beside the labels of records, counted: what the benches of the flag decision share. Ids and counts, never a text. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Decider } from '#flag/decide.ts';
import { parseRecord } from '#record/record.ts';

export type Labelled = {
  readonly id: string;
  /** `online`, `not_online`, or `review` where only a person can decide. */
  readonly label: string;
  readonly group: string;
  readonly decision: string;
};

export type Score = {
  /** Over the records that a person can decide: flagged and online, flagged, online, online and not flagged, left to review, all. */
  readonly right: number;
  readonly flagged: number;
  readonly online: number;
  readonly lost: number;
  readonly reviewed: number;
  readonly decided: number;
  /** Over the others: all of them, and those left to review. */
  readonly grey: number;
  readonly greyReviewed: number;
};

/** The files of records at a path, a file or a folder. */
export function filesAt(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(path, name));
}

export function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

export function labelled(line: string, decider: Decider): Labelled {
  const json: { readonly label: string; readonly reason?: string } = JSON.parse(line);
  const { id, decision } = decider.decide(parseRecord(json));
  return { id, label: json.label, group: /^[YNA]\d+/.exec(json.reason ?? '')?.[0] ?? '?', decision };
}

export function scoreOf(all: readonly Labelled[]): Score {
  const count = (label: string, decision: string): number =>
    all.filter((one) => one.label === label && one.decision === decision).length;
  const right = count('online', 'flag');
  const lost = count('online', 'no-flag');
  const reviewed = count('online', 'review') + count('not_online', 'review');
  const grey = all.filter(({ label }) => label === 'review').length;
  return {
    right,
    flagged: right + count('not_online', 'flag'),
    online: right + lost + count('online', 'review'),
    lost,
    reviewed,
    decided: all.length - grey,
    grey,
    greyReviewed: count('review', 'review'),
  };
}

export function share(part: number, whole: number): string {
  return whole === 0 ? 'no records' : `${((100 * part) / whole).toFixed(1)} %`;
}
