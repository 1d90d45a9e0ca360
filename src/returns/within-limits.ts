/**
 * What of a return is interpreted: lines, cells and texts up to a size that no letter or table of a force comes near, so
 * that a file made to be slow is told and passed over and the rest is still read. Nothing is cut in the middle: a text is
 * read whole or not at all.
 */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Block, Document } from './document.ts';

/** Characters of one line or cell, of all lines of a return, and cells of all its tables. */
const MOST = { text: 20_000, lines: 2_000_000, cells: 1_000_000 } as const;

/** Stands where the text of a cell was too long; names no category and says no number. */
const TOO_LONG = 'text too long to read';

export type WithinLimits = { readonly documents: readonly Document[]; readonly findings: readonly Finding[] };

export function withinLimits(documents: readonly Document[]): WithinLimits {
  const left = { lines: MOST.lines, cells: MOST.cells };
  const findings: Finding[] = [];
  const kept = documents.map((document) => {
    const blocks: Block[] = [];
    let passed = 0;
    for (const block of document.blocks) {
      if (block.kind === 'line') left.lines -= block.text.length;
      else left.cells -= block.cells.length;
      if (left.lines < 0 || left.cells < 0) {
        passed += 1;
        continue;
      }
      const whole = shortened(block, findings);
      if (whole !== null) blocks.push(whole);
    }
    if (passed > 0) {
      findings.push(
        overLimits(
          document.file,
          `more text or cells than are read; ${passed} lines or tables were left unread`,
        ),
      );
    }
    const same =
      blocks.length === document.blocks.length && blocks.every((block, at) => block === document.blocks[at]);
    return same ? document : { ...document, blocks };
  });
  return { documents: findings.length === 0 ? documents : kept, findings };
}

/** The block without texts that are too long; the block itself where there are none. */
function shortened(block: Block, findings: Finding[]): Block | null {
  if (block.kind === 'line') {
    if (block.text.length <= MOST.text) return block;
    findings.push(overLimits(block.at, `a line of ${block.text.length} characters`));
    return null;
  }
  const [first, ...others] = block.cells.filter((cell) => cell.text.length > MOST.text);
  if (first === undefined) return block;
  findings.push(overLimits(first.at, `a cell of ${first.text.length} characters`));
  for (const { at, text } of others) findings.push(overLimits(at, `a cell of ${text.length} characters`));
  // Not left out: a row without its label would be another row.
  return {
    ...block,
    cells: block.cells.map((cell) => (cell.text.length <= MOST.text ? cell : { ...cell, text: TOO_LONG })),
  };
}

function overLimits(at: string, detail: string): Finding {
  return finding('unreadable', at, { reason: 'over-limits', detail });
}
