/**
 * The small vocabularies of a table: sexes, what is counted (offences or victims), and words that mark a total. Each is a
 * list in the register. A sex is read only when it is all a cell says; a total word that is ordinary ("all", "sum")
 * likewise, so that "all other platforms" is no total.
 */
import { defect, oneOf, readFacts } from './facts.ts';
import { fold } from './fold.ts';
import { inEveryPart } from './in-every-part.ts';
import type { Match } from './match.ts';

export type Sex = 'female' | 'male' | 'unknown' | 'other';
export type Unit = 'offences' | 'victims';
export type Total = {
  readonly kind: 'total' | 'sub-total';
  /** What the cell says beside the total word, folded: `female` for "Total - Female"; '' when nothing. */
  readonly rest: string;
};

export type Words = {
  readonly sexOf: (text: string) => Sex | null;
  /** What a header or sentence says is counted; null when it says nothing of it, ambiguous when it says both. */
  readonly unitOf: (text: string) => Match<Unit> | null;
  readonly totalOf: (text: string) => Total | null;
  /** The lists themselves, folded, for finding words inside a text. */
  readonly sexTerms: readonly { readonly term: string; readonly sex: Sex }[];
  readonly unitTerms: readonly { readonly term: string; readonly unit: Unit }[];
};

export function readWords(dir: string): Words {
  return { ...sexes(dir), ...units(dir), totalOf: totals(dir) };
}

function sexes(dir: string): Pick<Words, 'sexOf' | 'sexTerms'> {
  const file = 'sex-words.csv';
  const values = new Map<string, Sex | 'noise'>();
  for (const fact of readFacts(dir, file, ['word', 'value', 'language', 'source', 'added'])) {
    const value = oneOf(fact.value, ['female', 'male', 'unknown', 'other', 'noise'], file, fact.line);
    values.set(folded(fact.word, file, fact.line), value);
  }
  const noise = [...values].filter(([, value]) => value === 'noise').map(([word]) => word);
  const sexOf = inEveryPart((text) => {
    const whole = values.get(fold(text));
    if (whole !== undefined && whole !== 'noise') return whole;
    let bare = ` ${fold(text)} `;
    for (const word of noise) bare = bare.replaceAll(` ${word} `, ' ');
    const value = values.get(bare.trim());
    return value === undefined || value === 'noise' ? null : value;
  });
  return { sexOf, sexTerms: [...values].flatMap(([term, sex]) => (sex === 'noise' ? [] : [{ term, sex }])) };
}

function units(dir: string): Pick<Words, 'unitOf' | 'unitTerms'> {
  const file = 'measure-words.csv';
  const phrases = readFacts(dir, file, ['word', 'unit', 'language', 'source', 'added'])
    .map((fact) => ({
      word: folded(fact.word, file, fact.line),
      unit: oneOf(fact.unit, ['offences', 'victims'], file, fact.line),
    }))
    // Longest first, each taken out when found: "victims of crime" counts victims and says nothing of crimes.
    .sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));
  const unitOf: Words['unitOf'] = (text) => {
    let plain = ` ${fold(text)} `;
    const found = new Map<Unit, string>();
    for (const { word, unit } of phrases) {
      if (!plain.includes(` ${word} `)) continue;
      plain = plain.replaceAll(` ${word} `, ' | ');
      if (!found.has(unit)) found.set(unit, word);
    }
    const [first, second] = found;
    if (first === undefined) return null;
    if (second !== undefined) return { kind: 'ambiguous', nearest: ['offences', 'victims'] };
    return { kind: 'exact', value: first[0], term: first[1] };
  };
  return { unitOf, unitTerms: phrases.map(({ word, unit }) => ({ term: word, unit })) };
}

function totals(dir: string): Words['totalOf'] {
  const file = 'total-words.csv';
  const words = readFacts(dir, file, ['word', 'kind', 'needs', 'language', 'source', 'added'])
    .map((fact) => ({
      word: folded(fact.word, file, fact.line),
      kind: oneOf(fact.kind, ['total', 'sub-total'], file, fact.line),
      alone: oneOf(fact.needs, ['', 'whole cell'], file, fact.line) === 'whole cell',
    }))
    .sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));
  function strip(plain: string): Total | null {
    for (const { word, kind, alone } of words) {
      if (plain === word) return { kind, rest: '' };
      if (alone) continue;
      if (plain.startsWith(`${word} `)) return { kind, rest: plain.slice(word.length + 1) };
      if (plain.endsWith(` ${word}`)) return { kind, rest: plain.slice(0, -word.length - 1) };
    }
    return null;
  }

  return (text) => {
    const found = strip(fold(text));
    // Bilingual headers say it twice: "Cyfanswm / Total".
    const again = found === null ? null : strip(found.rest);
    return again === null || found === null ? found : { kind: found.kind, rest: again.rest };
  };
}

function folded(word: string, file: string, line: number): string {
  const plain = fold(word);
  if (plain === '') throw defect(file, line, 'the word has no letter');
  return plain;
}
