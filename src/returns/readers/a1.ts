/** Cell names as spreadsheets print them: column letters and a row number from 1. Positions in code count from 0. */
import type { Place } from '../document.ts';

/** @throws RangeError when `col` is not a column: letters of an endless number would never end. */
export function columnLetters(col: number): string {
  if (!Number.isSafeInteger(col) || col < 0) throw new RangeError(`${col} is not a column`);
  let letters = '';
  for (let rest = col; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

export function cellName(row: number, col: number): string {
  return columnLetters(col) + (row + 1);
}

export type Area = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** Reads `B4`, `$B$4` or `B4:C9`; null when it is neither. Corners in any order come back top left first. */
export function parseArea(reference: string): Area | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(reference.trim());
  if (match === null) return null;
  const [, letters = '', number = '', otherLetters = letters, otherNumber = number] = match;
  const cols = [columnOf(letters), columnOf(otherLetters)];
  const rows = [Number(number) - 1, Number(otherNumber) - 1];
  const area = {
    top: Math.min(...rows),
    left: Math.min(...cols),
    bottom: Math.max(...rows),
    right: Math.max(...cols),
  };
  return area.top < 0 ? null : area;
}

function columnOf(letters: string): number {
  let col = 0;
  for (const letter of letters.toUpperCase()) col = col * 26 + letter.charCodeAt(0) - 64;
  return col - 1;
}

/** `Book.xlsx#Sheet` → `Book.xlsx#Sheet!B4`. */
export function placeOnSheet(sheet: Place, row: number, col: number): Place {
  return `${sheet}!${cellName(row, col)}`;
}

/** `list.csv` → `list.csv#B4`. */
export function placeInGrid(file: string, row: number, col: number): Place {
  return `${file}#${cellName(row, col)}`;
}
