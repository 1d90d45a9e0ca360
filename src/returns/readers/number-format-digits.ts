/** Digits of a number laid into the places of a number format. Rounds half away from zero, as spreadsheets do. */
import type { Section, Token } from './number-format-parse.ts';

/** General: up to 11 characters, exponent beyond, never a trailing zero. */
export function showGeneral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value === 0 ? 0 : value);
  const size = Math.abs(value);
  const isLost = size < 1e-4 && Number(value.toFixed(9)) !== value;
  if (size >= 1e11 || isLost) return exponential(value, 5, true, 2).replace(/\.?0+E/, 'E');
  const whole = Math.max(1, Math.floor(Math.log10(size)) + 1);
  return value
    .toFixed(Math.max(0, 10 - whole))
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

export function showNumber(section: Section, value: number): string {
  const { tokens } = section;
  const places = tokens.filter((token) => token.type === 'digit' || token.type === 'general');
  if (places.length === 0) return literals(tokens);
  if (section.kind === 'general') {
    return tokens
      .map((token) => (token.type === 'general' ? showGeneral(value) : literals([token])))
      .join('');
  }
  const slash = tokens.findIndex((token) => token.type === 'slash');
  if (slash > 0 && tokens[slash - 1]?.type === 'digit') return showFraction(tokens, slash, value);
  const exponent = tokens.findIndex((token) => token.type === 'exponent');
  if (exponent > 0) return showExponent(tokens, exponent, value);
  return showDecimal(tokens, value);
}

function literals(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'literal') return token.text;
      return { percent: '%', slash: '/', comma: ',', point: '.' }[token.type as string] ?? '';
    })
    .join('');
}

function showDecimal(tokens: readonly Token[], value: number): string {
  const point = tokens.findIndex((token) => token.type === 'point');
  const wholeEnd = point === -1 ? tokens.length : point;
  const lastDigit = tokens.findLastIndex((token) => token.type === 'digit');
  const firstDigit = tokens.findIndex((token) => token.type === 'digit');
  let scale = 1;
  let grouped = false;
  tokens.forEach((token, n) => {
    if (token.type === 'percent') scale *= 100;
    if (token.type !== 'comma') return;
    if (n > lastDigit) scale /= 1000;
    else if (n > firstDigit && n < wholeEnd) grouped = true;
  });
  const decimals = point === -1 ? [] : tokens.slice(point).filter((token) => token.type === 'digit');
  const [whole = '0', fraction = ''] = rounded(Math.abs(value) * scale, decimals.length).split('.');
  const isZero = !/[1-9]/.test(whole + fraction);
  const sign = value < 0 && !isZero ? '-' : '';
  const wholeTokens = tokens
    .slice(0, wholeEnd)
    .filter((token, n) => token.type !== 'comma' || n < firstDigit);
  const wholeText = layWhole(wholeTokens, whole === '0' ? '' : whole, grouped);
  if (point === -1) return sign + wholeText;
  return sign + wholeText + layFraction(tokens.slice(point), fraction);
}

/** Lays digits from the right; what does not fit stands at the leftmost place. */
function layWhole(tokens: readonly Token[], digits: string, grouped: boolean): string {
  const places = tokens.filter((token) => token.type === 'digit').length;
  // `.0` has no place for whole digits and shows them all the same.
  if (places === 0) return literals(tokens) + digits;
  let text = '';
  let used = 0;
  let place = 0;
  const put = (digit: string) => {
    if (grouped && used > 0 && used % 3 === 0) text = (digit === ' ' ? ' ' : ',') + text;
    text = digit + text;
    used++;
  };
  for (const token of [...tokens].reverse()) {
    if (token.type !== 'digit') {
      text = literals([token]) + text;
      continue;
    }
    place++;
    const digit = digits[digits.length - place];
    if (digit !== undefined) put(digit);
    else if (token.mark !== '#') put(token.mark === '0' ? '0' : ' ');
    if (place === places) for (const more of [...digits.slice(0, -place)].reverse()) put(more);
  }
  return text;
}

function layFraction(tokens: readonly Token[], fraction: string): string {
  let text = '';
  let place = 0;
  for (const token of tokens) {
    if (token.type !== 'digit') {
      text += token.type === 'comma' ? '' : literals([token]);
      continue;
    }
    const digit = fraction[place] ?? '0';
    const isTrailing = !/[1-9]/.test(fraction.slice(place));
    place++;
    if (!isTrailing || token.mark === '0') text += digit;
    else if (token.mark === '?') text += ' ';
  }
  return text;
}

/** Decimal text with so many places. Through 15 significant digits, so that 1.005 becomes 1.01 as it is shown there. */
function rounded(size: number, places: number): string {
  if (size >= 1e15) return BigInt(Math.round(size)).toString() + (places > 0 ? `.${'0'.repeat(places)}` : '');
  const shifted = Math.round(Number(`${Number(size.toPrecision(15))}e${places}`));
  if (!Number.isSafeInteger(shifted)) return size.toFixed(Math.min(places, 100));
  const digits = String(shifted).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function exponential(value: number, places: number, plus: boolean, exponentDigits: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(Math.min(places, 100)).split('e');
  const power = Number(exponent);
  const sign = power < 0 ? '-' : plus ? '+' : '';
  return `${mantissa}E${sign}${String(Math.abs(power)).padStart(exponentDigits, '0')}`;
}

function showExponent(tokens: readonly Token[], at: number, value: number): string {
  const mantissa = tokens.slice(0, at);
  const point = mantissa.findIndex((token) => token.type === 'point');
  const places = point === -1 ? 0 : mantissa.slice(point).filter((token) => token.type === 'digit').length;
  const token = tokens[at];
  const powerDigits = tokens.slice(at).filter((part) => part.type === 'digit').length;
  return exponential(value, places, token?.type === 'exponent' && token.plus, powerDigits);
}

function showFraction(tokens: readonly Token[], slash: number, value: number): string {
  let start = slash;
  while (tokens[start - 1]?.type === 'digit') start--;
  const hasWhole = tokens.slice(0, start).some((token) => token.type === 'digit');
  const size = Math.abs(value);
  const whole = hasWhole ? Math.floor(size) : 0;
  const places = tokens.slice(slash).filter((token) => token.type === 'digit').length;
  const limit = 10 ** Math.min(Math.max(places, 1), 3) - 1;
  // `?/16` asks for sixteenths.
  const fixed = Number(literals(tokens.slice(slash + 1)).match(/^\d{1,4}/)?.[0] ?? 0);
  const best =
    fixed > 0
      ? { top: Math.round((size - whole) * fixed), bottom: fixed }
      : nearestFraction(size - whole, limit);
  const carried = hasWhole && best.top === best.bottom ? whole + 1 : whole;
  const top = carried > whole ? 0 : best.top;
  const sign = value < 0 ? '-' : '';
  if (top === 0) return `${sign}${carried}`;
  return `${sign}${carried > 0 ? `${carried} ` : ''}${top}/${best.bottom}`;
}

function nearestFraction(size: number, limit: number): { top: number; bottom: number } {
  let best = { top: Math.round(size), bottom: 1 };
  for (let bottom = 2; bottom <= limit; bottom++) {
    const top = Math.round(size * bottom);
    if (Math.abs(size - top / bottom) < Math.abs(size - best.top / best.bottom) - 1e-12)
      best = { top, bottom };
  }
  return best;
}
