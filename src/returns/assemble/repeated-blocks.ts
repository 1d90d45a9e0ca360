/** A whole table that stands twice in one file, label by label and number by number: pasted twice, or another group unnamed. */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Candidate } from './candidate.ts';
import { key } from './candidate.ts';

/** Fewer numbers than this may well be said twice on purpose, as a total is. */
const ENOUGH = 4;

export function repeatedBlocks(candidates: readonly Candidate[]): readonly Finding[] {
  const blocks = new Map<string, Candidate[]>();
  for (const one of candidates) {
    if (one.block !== one.observation.at) blocks.set(one.block, [...(blocks.get(one.block) ?? []), one]);
  }
  const seen = new Set<string>();
  const found: Finding[] = [];
  for (const block of blocks.values()) {
    const [first] = block;
    if (first === undefined || block.length < ENOUGH) continue;
    const file = first.observation.at.split('#')[0] ?? '';
    const said = block.map(
      (one) =>
        `${key(one.observation)} ${one.label} ${one.observation.count.low} ${one.observation.count.high}`,
    );
    const id = [file, ...said].join('\n');
    if (seen.has(id)) found.push(finding('duplicate-row', first.observation.at, { label: first.label }));
    seen.add(id);
  }
  return found;
}
