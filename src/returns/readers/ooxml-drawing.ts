/** Text boxes laid over a worksheet: each paragraph is a line at the cell its box begins in. Charts and pictures are not read. */
import type { Markup } from './markup.ts';
import { readText } from './ooxml-strings.ts';
import type { Run } from './runs.ts';
import type { Sheet } from './sheet.ts';

const anchors = new Set(['xdr:twoCellAnchor', 'xdr:oneCellAnchor', 'xdr:absoluteAnchor']);

export function readDrawing(markup: Markup, sheet: Sheet): void {
  let row = 0;
  let col = 0;
  let inFrom = false;
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    const { name } = markup;
    if (name === 'xdr:from' && event !== 'text') inFrom = event === 'open';
    if (event !== 'open') continue;
    if (anchors.has(name)) row = col = 0;
    else if (inFrom && name === 'xdr:row') row = Number(readText(markup)) || 0;
    else if (inFrom && name === 'xdr:col') col = Number(readText(markup)) || 0;
    else if (name === 'a:p') sheet.note(row, col, readParagraph(markup));
    else if (name === 'mc:Fallback') markup.skip();
  }
}

function readParagraph(markup: Markup): Run[] {
  const outer = markup.depth - 1;
  const runs: Run[] = [];
  let look = { raised: false, bold: false };
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event !== 'open') continue;
    if (markup.name === 'a:r') look = { raised: false, bold: false };
    else if (markup.name === 'a:rPr') {
      look = { raised: Number(markup.attribute('baseline') ?? 0) > 0, bold: markup.attribute('b') === '1' };
    } else if (markup.name === 'a:br') runs.push({ text: ' ', ...look });
    else if (markup.name === 'a:t') runs.push({ text: readText(markup), ...look });
  }
  return runs;
}
