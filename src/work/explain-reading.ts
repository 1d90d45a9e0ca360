/**
 * Shows each number of a return with its fate: what it was read as, which finding names it, or that nothing was taken
 * from it. For whoever must be sure that no number was missed; it prints what the force sent, and nothing is published.
 */
import type { Block, Document } from '#returns/document.ts';
import type { Observation, Reading } from '#returns/reading.ts';

export type Fate = { readonly at: string; readonly text: string; readonly fates: readonly string[] };

export function explainReading(documents: readonly Document[], reading: Reading): readonly Fate[] {
  return documents
    .flatMap((document) => document.blocks.flatMap(textsOf))
    .filter(({ text }) => /\p{N}/u.test(text))
    .map(({ at, text }) => ({ at, text, fates: fatesOf(at, text, reading) }));
}

function textsOf(block: Block): readonly { readonly at: string; readonly text: string }[] {
  if (block.kind === 'line') return [{ at: block.at, text: block.text }];
  return block.cells.map((cell) => ({ at: cell.at, text: cell.text }));
}

function fatesOf(at: string, text: string, { observations, findings }: Reading): readonly string[] {
  const read = observations
    .filter((observation) => placesOf(observation.at).includes(at) && states(text, observation))
    .map((observation) => `read as ${nameOf(observation)}`);
  const named = findings.filter((finding) => placesOf(finding.at).includes(at)).map(({ code }) => code);
  const fates = [...read, ...named];
  return fates.length > 0 ? fates : ['nothing was taken from it'];
}

/** `file#Sheet!B7,B15` stands for both cells of the one sheet. */
function placesOf(at: string): readonly string[] {
  const start = Math.max(at.lastIndexOf('!'), at.lastIndexOf('#')) + 1;
  return at
    .slice(start)
    .split(',')
    .map((place) => `${at.slice(0, start)}${place.trim()}`);
}

/** A page is one place with many numbers: there only the text that holds the number is meant. */
function states(text: string, { count, at }: Observation): boolean {
  if (!/#page\d+$/.test(at) || count.low !== count.high) return true;
  return text.replace(/(?<=\d)[,\u00a0](?=\d{3})/g, '').includes(String(count.low));
}

function nameOf({ measure, period, age, sex, offence, platform, count }: Observation): string {
  const high = count.high === Number.POSITIVE_INFINITY ? 'or more' : count.high;
  const number = count.low === count.high ? count.low : `${count.low} to ${high}`;
  const category = [age === null ? null : `age ${age}`, sex, offence, platform].filter((one) => one !== null);
  return `${number} ${measure}${category.length === 0 ? '' : ` (${category.join(', ')})`}, ${period}`;
}
