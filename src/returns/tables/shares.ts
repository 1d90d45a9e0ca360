/**
 * Shares beside counts as witnesses of them: `Age | Number | Share` over `10 to 13 | 81 | 40%`. Where the shares of a column add
 * up to the whole, each must be what its count makes it; a count that does not fit its share was changed, or the share was.
 * Says nothing where a count is hidden or where the shares are of something else.
 */
import type { Label } from '../words/label.ts';
import { cellValue } from '../words/value-words.ts';
import type { Block } from './blocks.ts';

export type ShareDiffers = { readonly stated: number; readonly share: string };

type Row = { readonly row: number; readonly count: number; readonly share: number; readonly digits: number };

/** Positions `row,col` of the block whose count does not fit the share beside it. */
export function sharesThatDiffer(
  block: Block,
  label: (text: string) => Label,
  isTotalRow: readonly boolean[],
): ReadonlyMap<string, ShareDiffers> {
  const found = new Map<string, ShareDiffers>();
  block.valueCols.forEach((col, place) => {
    const counts = block.valueCols[place - 1];
    if (counts === undefined || !isShares(block, col, label)) return;
    const rows = block.body.map(({ row }) => rowOf(block, row, counts, col));
    const parts = rows.filter((_, at) => isTotalRow[at] !== true);
    if (parts.length < 2 || parts.some((one) => one === null)) return;
    const known = parts.filter((one) => one !== null);
    const whole = known.reduce((left, one) => left + one.share, 0);
    if (Math.abs(whole - 100) > 0.6 * known.length) return;
    const stated = rows.find((_, at) => isTotalRow[at] === true)?.count;
    const total = stated ?? known.reduce((left, one) => left + one.count, 0);
    for (const { row, count, share, digits } of known) {
      // Half of the last figure, and as much again for shares cut and not rounded.
      if (total > 0 && Math.abs((100 * count) / total - share) > 1.01 * 10 ** -digits)
        found.set(`${row},${counts}`, { stated: count, share: `${share}%` });
    }
  });
  return found;
}

const MORE_OR_LESS =
  /\b(?:chang|increas|decreas|differ|ris|rose|grow|var|up\b|down\b|trend|compar|index|against|on\b)/iu;

/**
 * A share of more than the whole, `1829.2%`, is a count and its share run together, as a page set too narrow prints them. Only
 * under a heading that speaks of change can it be what it says.
 */
export function isRunTogether(text: string, heads: readonly string[]): boolean {
  const plain = text.replace(/\s+/gu, '');
  const share = /^(?<share>\d{3,}(?:\.\d+)?)%$/u.exec(plain)?.groups?.share;
  const isMore = share !== undefined && Number(share) > 100;
  return (isMore || /^\d[\d.]*%\d[\d.]*%$/u.test(plain)) && !heads.some((head) => MORE_OR_LESS.test(head));
}

/** Each cell of the column is a share, by its sign or by the heading. */
function isShares(block: Block, col: number, label: (text: string) => Label): boolean {
  const texts = block.body.flatMap(({ row }) => block.grid.at(row, col)?.text ?? []);
  const isNamed = block.heads.some((row) => {
    const head = block.grid.covering(row, col)?.text ?? '';
    return head !== '' && label(head).isRate && /%|share|proportion|per\s?cent/iu.test(head);
  });
  return texts.length > 1 && texts.every((text) => shareIn(text) !== null && (isNamed || text.includes('%')));
}

function shareIn(text: string): { readonly share: number; readonly digits: number } | null {
  const { whole, part = '' } =
    /^(?<whole>\d{1,3})(?:\.(?<part>\d{1,2}))?\s?%?$/u.exec(text.trim())?.groups ?? {};
  return whole === undefined ? null : { share: Number(`${whole}.${part}`), digits: part.length };
}

function rowOf(block: Block, row: number, counts: number, shares: number): Row | null {
  const count = cellValue(block.grid.at(row, counts)?.text ?? '');
  const share = shareIn(block.grid.at(row, shares)?.text ?? '');
  return count?.kind !== 'exact' || share === null ? null : { row, count: count.count.low, ...share };
}
