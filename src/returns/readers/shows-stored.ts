/**
 * Whether what a cell shows is the number it stores, to the places shown. `<5` over a stored 3 is not, nor `*`, nor nothing
 * at all; `1,234`, `£12.50`, `45%`, `(3)` and a dash for zero are. Errs towards saying no: an unusual display is reported
 * rather than passed over.
 */
const comparison = /[<>≤≥]/;
const range = /\d\s*(?:[-–—]|\bto\b|\bor\b)\s*\d/i;
const zeroShown = /^(?:[-–—−.]*|nil|none|zero|£\s*-+)$/i;

export function showsStored(shown: string, stored: number): boolean {
  if (shown === String(stored)) return true;
  if (comparison.test(shown)) return false;
  const numbers = shown.match(/\d[\d,]*(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+/gi);
  if (numbers === null) return stored === 0 && zeroShown.test(shown);
  if (shown.includes('/') && isFraction(shown, stored)) return true;
  if (range.test(shown)) return false;
  return numbers.some((number) => isNear(number, shown, stored));
}

function isNear(number: string, shown: string, stored: number): boolean {
  const digits = number.replaceAll(',', '');
  const unit = shown.includes('%') ? 0.01 : 1;
  const places = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  const power = Number(/E([+-]?\d+)/i.exec(digits)?.[1] ?? 0);
  const slack = 0.500001 * 10 ** (power - places) * unit + Math.abs(stored) * 1e-10;
  const size = Number(digits) * unit;
  const isNegative = /[-−–(]/.test(shown.slice(0, shown.indexOf(number)));
  return Math.abs((isNegative ? -size : size) - stored) <= slack;
}

/** `2 1/2` over 2.5. */
function isFraction(shown: string, stored: number): boolean {
  const match = /^-?(?:(\d+) )?(\d+)\/(\d+)$/.exec(shown);
  if (match === null) return false;
  const [, whole = '0', top = '0', bottom = '1'] = match;
  return Math.abs(Number(whole) + Number(top) / Number(bottom) - Math.abs(stored)) <= 0.5 / Number(bottom);
}
