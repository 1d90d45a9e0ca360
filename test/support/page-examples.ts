/**
 * The worked examples of a page of the documentation: blocks with the name of a file are what a force sent, the block `text
 * reading` behind them is what is read from them. Two collections stand on the page itself; an example says which was asked.
 */
import type { Collection } from '#collection/collection.ts';
import { parseCollection } from '#collection/read-collection.ts';
import { label, period as periodOf } from '#period/period.ts';
import { described } from '#returns/explain-stated.ts';
import { type ReadExplained, readExplained } from '#returns/read-return.ts';
import { documentsOf, register } from './read-text.ts';

export type Example = {
  /** The heading it stands under. */
  readonly heading: string;
  readonly files: Readonly<Record<string, string>>;
  readonly collection: Collection;
  readonly expected: readonly string[];
};

const PART = /^#{2,4} (?<heading>.+)$|^```(?<kind>\w+) (?<name>[^\n]+)\n(?<body>[\s\S]*?)^```$/gmu;

export function examplesOf(page: string): readonly Example[] {
  const collections = new Map<string, Collection>();
  const found: Example[] = [];
  let heading = '';
  let files: Record<string, string> = {};
  for (const { groups } of page.matchAll(PART)) {
    const { kind, name = '', body = '' } = groups ?? {};
    if (groups?.heading !== undefined) heading = groups.heading;
    else if (kind === 'yaml') collections.set(name.replace(/\.yaml$/u, ''), parseCollection(body, name));
    else if (name.startsWith('reading')) {
      const asked = /\bof (\S+)$/u.exec(name)?.[1];
      const collection = asked === undefined ? [...collections.values()][0] : collections.get(asked);
      if (collection === undefined) throw new Error(`${heading}: no such collection on the page`);
      found.push({ heading, files, collection, expected: body.split('\n').filter((line) => line !== '') });
      files = {};
    } else files[name] = body;
  }
  return found;
}

export async function readExample({ files, collection }: Example): Promise<ReadExplained> {
  return readExplained({ documents: await documentsOf(files), collection, register, force: null });
}

/** Outcome, observations and findings, a line each, as the page prints them. */
export function readingLines({ reading }: ReadExplained): readonly string[] {
  const relied = reading.exemptions.length === 0 ? '' : `, relying on ${reading.exemptions.join(', ')}`;
  return [
    `${reading.outcome}${relied}`,
    ...reading.observations.map((one) => `${described({ ...one, period: spoken(one.period) })} | ${one.at}`),
    ...reading.findings.map(({ level, code, at }) => `${level} ${code} | ${at}`),
  ];
}

function spoken(written: string): string {
  const span = periodOf(written);
  return span === null ? written : label(span);
}
