/** What figures are worked out from: what was asked of whom, what each force stated, and what others published. */
import type { Collection } from '#collection/collection.ts';
import type { Published } from '#collection/read-published.ts';
import type { Request } from '#collection/read-requests.ts';
import type { Count } from '#count/count.ts';
import { fromWritten } from '#count/count.ts';
import type { FigureArea } from './figure.ts';

/** One number of a return. The same shape as an observation: figures know nothing of files. */
export type StatedNumber = {
  readonly measure: string;
  readonly period: string;
  readonly age: string | null;
  readonly sex: string | null;
  readonly offence: string | null;
  readonly platform: string | null;
  readonly count: Count;
  readonly at: string;
};

export type ForceReturn = { readonly force: string; readonly observations: readonly StatedNumber[] };

/** One line of the published statements, with its place: `published.csv#C2`. */
export type PublishedLine = Published & { readonly at: string };

export type FigureInput = {
  readonly collection: Collection;
  readonly areas: readonly FigureArea[];
  readonly requests: readonly Request[];
  readonly returns: readonly ForceReturn[];
  readonly published: readonly PublishedLine[];
  /** The same numbers in later releases: another vintage, told as a doubt and never added to anything. */
  readonly later: readonly PublishedLine[];
  /** What people decided about errors in a force's return; it stands beside every figure of that force. */
  readonly decided: readonly { readonly force: string; readonly sentence: string }[];
};

/** Lines of a file of published statements; a line stands where its number does. */
export function placed(lines: readonly Published[], file: string): readonly PublishedLine[] {
  return lines.map((line) => {
    const column = Object.keys(line.cells).indexOf('value');
    return { ...line, at: `${file}#${String.fromCharCode(65 + column)}${line.row}` };
  });
}

export function namedForces(line: PublishedLine): readonly string[] {
  return line.forces.kind === 'named' ? line.forces.forces : [];
}

/** How many forces stand behind the line; null when it does not say. */
export function forcesBehind(line: PublishedLine): number | null {
  if (line.forcesResponding !== null) return line.forcesResponding;
  return line.forces.kind === 'unnamed' ? line.forces.included : null;
}

export function countOf(line: PublishedLine): Count | null {
  return line.count === null ? null : fromWritten(line.count);
}
