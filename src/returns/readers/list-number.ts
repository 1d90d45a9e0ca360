/** Numbers of lists as they are printed: 3, c, iii. Formats have the names word processors give them. */

export function printed(value: number, format: string): string {
  switch (format) {
    case 'decimal':
      return String(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    default:
      return '';
  }
}

/** a to z, then aa, bb: as word processors print them. */
function letters(value: number): string {
  const at = (value - 1) % 26;
  return value < 1 ? '' : String.fromCharCode(97 + at).repeat(Math.min(9, Math.floor((value - 1) / 26) + 1));
}

function roman(value: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = Math.min(Math.max(0, value), 399);
  let text = '';
  for (const [worth, sign] of parts) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
