/**
 * Chooses what parts the columns of a text file: comma, semicolon, tab or bar. The right one gives neighbouring lines the
 * same number of columns; a comma in a sentence is followed by a space, and one inside a number stands between digits.
 */
import Papa from 'papaparse';

export type Delimiter = ',' | ';' | '\t' | '|';

const candidates: readonly Delimiter[] = ['\t', ',', ';', '|'];
const sampleLines = 300;

export type Choice = {
  readonly delimiter: Delimiter;
  /** Share of the filled lines that stand in columns beside a neighbour with as many; 0 when nothing is in columns. */
  readonly share: number;
};

export function chooseDelimiter(text: string): Choice {
  const stated = /^sep=([,;\t|])\n/i.exec(text)?.[1] as Delimiter | undefined;
  if (stated !== undefined) return { delimiter: stated, share: 1 };
  const weighed = candidates.map((delimiter) => weigh(text, delimiter));
  const best = weighed.reduce((most, next) => (next.score > most.score ? next : most));
  if (best.score === 0) return { delimiter: ',', share: 0 };
  // Prose alone: each comma is followed by a space, and the lines are not alike. A letter is one column.
  return best.isProse ? { delimiter: '\t', share: 0 } : best;
}

function weigh(
  text: string,
  delimiter: Delimiter,
): Choice & { readonly score: number; readonly isProse: boolean } {
  const { data } = Papa.parse<string[]>(text.slice(0, 200_000), {
    delimiter,
    newline: '\n',
    preview: sampleLines,
  });
  const lines = data.filter((fields) => fields.some((field) => field.trim() !== ''));
  let score = 0;
  let beside = 0;
  let boundaries = 0;
  let doubtful = 0;
  lines.forEach((fields, n) => {
    if (fields.length < 2) return;
    const isBeside = lines[n - 1]?.length === fields.length || lines[n + 1]?.length === fields.length;
    score += isBeside ? 3 : 1;
    if (isBeside) beside++;
    for (let at = 1; at < fields.length; at++) {
      boundaries++;
      if (isDoubtful(fields[at - 1] ?? '', fields[at] ?? '', delimiter)) doubtful++;
    }
  });
  const trust = boundaries === 0 ? 0 : 1 - 0.8 * (doubtful / boundaries);
  const isProse = boundaries > 0 && doubtful === boundaries && beside < lines.length * 0.8;
  return {
    delimiter,
    isProse,
    score: score * trust,
    share: lines.length === 0 ? 0 : (beside * trust) / lines.length,
  };
}

function isDoubtful(before: string, after: string, delimiter: Delimiter): boolean {
  if (delimiter === '\t') return false;
  if (after.startsWith(' ') && after.trim() !== '') return true;
  return delimiter === ',' && /\d$/.test(before) && /^\d/.test(after) && /[;\t|]/.test(before + after);
}
