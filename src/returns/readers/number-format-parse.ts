/** A number format code taken apart: sections at semicolons, and in each a list of tokens and an optional condition. */
export type Token =
  | { readonly type: 'literal'; readonly text: string }
  | { readonly type: 'digit'; readonly mark: '0' | '#' | '?' }
  | { readonly type: 'point' | 'comma' | 'percent' | 'general' | 'text' | 'slash' }
  | { readonly type: 'exponent'; readonly plus: boolean }
  | { readonly type: 'date'; readonly text: string }
  | { readonly type: 'elapsed'; readonly text: string };

export type Section = {
  readonly kind: 'general' | 'text' | 'number' | 'date' | 'time';
  readonly condition: ((value: number) => boolean) | null;
  readonly tokens: readonly Token[];
};

export function splitSections(code: string): string[] {
  const sections: string[] = [];
  let start = 0;
  for (const match of code.matchAll(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|;/gs)) {
    if (match[0] !== ';') continue;
    sections.push(code.slice(start, match.index));
    start = match.index + 1;
  }
  sections.push(code.slice(start));
  return sections;
}

const pieces =
  /"(?<quoted>[^"]*)"?|\\(?<escaped>.)|_(?<width>.)|\*(?<fill>.)|\[(?<bracket>[^\]]*)\]?|(?<general>general)|(?<date>AM\/PM|A\/P|y+|m+|d+|h+|s+(?:\.0+)?)|E(?<exponent>[+-])|(?<other>.)/gis;

export function parseSection(code: string): Section {
  const tokens: Token[] = [];
  let condition: Section['condition'] = null;
  for (const { groups = {} } of code.matchAll(pieces)) {
    if (groups.bracket !== undefined) {
      condition = parseCondition(groups.bracket) ?? condition;
      const elapsed = /^(h+|m+|s+)$/i.exec(groups.bracket);
      if (elapsed !== null) tokens.push({ type: 'elapsed', text: groups.bracket.toLowerCase() });
      const symbol = /^\$([^-]*)/.exec(groups.bracket)?.[1];
      if (symbol !== undefined && symbol !== '') tokens.push({ type: 'literal', text: symbol });
    } else tokens.push(tokenOf(groups));
  }
  return { kind: kindOf(tokens), condition, tokens };
}

function tokenOf(groups: Record<string, string | undefined>): Token {
  const { quoted, escaped, width, fill, exponent, date, other = '' } = groups;
  if (quoted !== undefined) return { type: 'literal', text: quoted };
  if (escaped !== undefined) return { type: 'literal', text: escaped };
  if (width !== undefined) return { type: 'literal', text: ' ' };
  // A fill repeats its character over the width of the cell; once is enough to see it.
  if (fill !== undefined) return { type: 'literal', text: fill === ' ' ? '' : fill };
  if (groups.general !== undefined) return { type: 'general' };
  if (date !== undefined) return { type: 'date', text: /p/i.test(date) ? date : date.toLowerCase() };
  if (exponent !== undefined) return { type: 'exponent', plus: exponent === '+' };
  if (other === '0' || other === '#' || other === '?') return { type: 'digit', mark: other };
  if (other === '.') return { type: 'point' };
  if (other === ',') return { type: 'comma' };
  if (other === '%') return { type: 'percent' };
  if (other === '@') return { type: 'text' };
  if (other === '/') return { type: 'slash' };
  return { type: 'literal', text: other };
}

function kindOf(tokens: readonly Token[]): Section['kind'] {
  const dates = tokens.filter((token) => token.type === 'date').map((token) => token.text);
  if (dates.some((text) => /^[yd]/.test(text))) return 'date';
  const hasTime =
    dates.some((text) => /^[hs]|p/i.test(text)) || tokens.some((token) => token.type === 'elapsed');
  if (hasTime) return 'time';
  if (dates.length > 0) return 'date';
  if (tokens.some((token) => token.type === 'general')) return 'general';
  if (tokens.some((token) => token.type === 'text')) return 'text';
  return 'number';
}

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '=': (value, bound) => value === bound,
  '<>': (value, bound) => value !== bound,
};

function parseCondition(bracket: string): Section['condition'] {
  const match = /^\s*(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\s*$/.exec(bracket);
  const compare = comparisons[match?.[1] ?? ''];
  const bound = Number(match?.[2]);
  return compare === undefined || Number.isNaN(bound) ? null : (value) => compare(value, bound);
}
