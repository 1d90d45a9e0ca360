/**
 * Whether what a cell shows is the number it stores, to the places shown. `<5` over a stored 3 is not, nor `*`, nor nothing
 * at all; `1,234`, `£12.50`, `45%`, `(3)` and a dash for zero are. Errs towards saying no: an unusual display is reported
 * rather than passed over.
 */
const comparison = /[<>≤≥]/;
const range = /\d\s*(?:[-–—]|\bto\b|\bor\b)\s*\d/i;
const zeroShown = /^(?:[£$€\s]*[-–—−.]*[£$€\s]*|nil|none|zero)$/i;
const truth = /^(?:true|false)$/i;

export function showsStored(shown: string, stored: number): boolean {
  if (shown === String(stored)) return true;
  if (comparison.test(shown)) return false;
  const numbers = shown.match(/\d[\d,]*(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+/gi);
  // Nothing is smaller than what a format with two places would show.
  if (numbers === null) return truth.test(shown) || (Math.abs(stored) < 0.005 && zeroShown.test(shown));
  if (shown.includes('/') && isFraction(shown, stored)) return true;
  if (isWritten(shown, stored)) return true;
  if (range.test(shown)) return false;
  return numbers.some((number) => isNear(number, shown, stored));
}

/** `20-147/3` over 201473: a reference, cut by its format, with every digit of what is stored. */
function isWritten(shown: string, stored: number): boolean {
  const digits = shown.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return Number.isSafeInteger(stored) && stored >= 100 && digits === String(stored);
}

function isNear(number: string, shown: string, stored: number): boolean {
  const digits = number.replaceAll(',', '');
  const unit = shown.includes('%') ? 0.01 : 1;
  const places = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  const power = Number(/E([+-]?\d+)/i.exec(digits)?.[1] ?? 0);
  const slack = 0.500001 * 10 ** (power - places) * unit + Math.abs(stored) * 1e-10;
  const size = Number(digits) * unit;
  const before = shown.slice(0, shown.indexOf(number));
  // Accountants put negative numbers in brackets, and others put any number there.
  if (before.includes('(')) return Math.abs(size - Math.abs(stored)) <= slack;
  return Math.abs((/[-−–]/.test(before) ? -size : size) - stored) <= slack;
}

/** `2 1/2` over 2.5. */
function isFraction(shown: string, stored: number): boolean {
  const match = /^-?(?:(\d+) )?(\d+)\/(\d+)$/.exec(shown);
  if (match === null) return false;
  const [, whole = '0', top = '0', bottom = '1'] = match;
  return Math.abs(Number(whole) + Number(top) / Number(bottom) - Math.abs(stored)) <= 0.5 / Number(bottom);
}
