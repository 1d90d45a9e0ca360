/**
 * Whether a thing lies in a place that a person named: a file with all it holds, a sheet, a table, a row or column of it, a
 * range of cells, one cell, one line. Places are written as findings and --explain give them.
 */
import type { Place } from './document.ts';
import { parseArea } from './readers/a1.ts';

/** `B4,B7` of one sheet as two places: `file#Sheet!B4` and `file#Sheet!B7`. */
export function eachPlace(place: Place): readonly Place[] {
  const start = Math.max(place.lastIndexOf('!'), place.lastIndexOf('#')) + 1;
  if (start === 0) return [place];
  return place
    .slice(start)
    .split(',')
    .map((one) => `${place.slice(0, start)}${one.trim()}`);
}

export function liesIn(at: Place, place: Place): boolean {
  return eachPlace(place).some((one) => isIn(at, one));
}

function isIn(at: Place, place: Place): boolean {
  if (at === place) return true;
  if (!place.includes('#')) return at.startsWith(`${place}#`) || at.startsWith(`${place}/`);
  // A sheet holds its cells, a table its rows, a row its cells: `#t1` holds `#t1r2c3`, and never `#t12`.
  if (at.startsWith(`${place}!`)) return true;
  if (at.startsWith(place) && /^(?:r\d+)?(?:c\d+)?$/u.test(at.slice(place.length))) return true;
  return isInArea(at, place);
}

/** `B4:C9`, `7:9`, `7`, `C:D` or `C` of the sheet or grid that the cell is on. */
function isInArea(at: Place, place: Place): boolean {
  const start = Math.max(place.lastIndexOf('!'), place.lastIndexOf('#')) + 1;
  if (!at.startsWith(place.slice(0, start))) return false;
  const cell = parseArea(at.slice(start));
  const area = areaOf(place.slice(start));
  return (
    cell !== null &&
    area !== null &&
    area.top <= cell.top &&
    cell.bottom <= area.bottom &&
    area.left <= cell.left &&
    cell.right <= area.right
  );
}

function areaOf(written: string) {
  const whole = { top: 0, left: 0, bottom: Number.POSITIVE_INFINITY, right: Number.POSITIVE_INFINITY };
  const rows = /^(\d{1,7})(?::(\d{1,7}))?$/u.exec(written);
  if (rows !== null) return { ...whole, top: Number(rows[1]) - 1, bottom: Number(rows[2] ?? rows[1]) - 1 };
  const cols = /^([A-Z]{1,3})(?::([A-Z]{1,3}))?$/u.exec(written);
  if (cols === null) return parseArea(written);
  const area = parseArea(`${cols[1]}1:${cols[2] ?? cols[1]}1`);
  return area === null ? null : { ...whole, left: area.left, right: area.right };
}
