/** How an ODS opens: which sheet, where its cursor stands, how large, and whether rows or columns are frozen. */

import { cellName } from '#returns/readers/a1.ts';
import type { Markup } from '#returns/readers/markup.ts';
import { textOf } from './xlsx-sheet-facts.ts';

export type SheetView = { readonly cursor: string; readonly isFrozen: boolean; readonly zoom: number };

export type OdsSettings = {
  readonly active: string;
  readonly zoom: number;
  readonly sheets: ReadonlyMap<string, SheetView>;
};

const MOST = 1_048_576;

export function odsSettings(markup: Markup | null): OdsSettings {
  const sheets = new Map<string, SheetView>();
  let [active, zoom] = ['', 100];
  let named: { readonly sheet: string; readonly depth: number; readonly items: Map<string, string> } | null =
    null;
  for (let event = markup?.next() ?? 'end'; markup !== null && event !== 'end'; event = markup.next()) {
    if (event === 'close' && named !== null && markup.depth < named.depth) {
      sheets.set(named.sheet, viewOf(named.items));
      named = null;
    }
    if (event !== 'open') continue;
    const key = markup.attribute('config:name') ?? '';
    if (markup.name === 'config:config-item-map-entry' && key !== '') {
      named = { sheet: key, depth: markup.depth, items: new Map() };
    } else if (markup.name === 'config:config-item') {
      const value = textOf(markup);
      if (named !== null) named.items.set(key, value);
      else if (key === 'ActiveTable') active = value;
      else if (key === 'ZoomValue') zoom = Number(value);
    }
  }
  return { active, zoom, sheets };
}

function viewOf(items: ReadonlyMap<string, string>): SheetView {
  const number = (key: string, absent: number) => {
    const found = Number(items.get(key) ?? absent);
    return Number.isInteger(found) && found >= 0 && found < MOST ? found : absent;
  };
  return {
    cursor: cellName(number('CursorPositionY', 0), number('CursorPositionX', 0)),
    isFrozen: number('HorizontalSplitMode', 0) === 2 || number('VerticalSplitMode', 0) === 2,
    zoom: number('ZoomValue', 100),
  };
}
