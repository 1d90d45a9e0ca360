/**
 * Reads a web page, or a page saved or pasted from one, into lines and tables. Runs no script, fetches nothing, follows
 * nothing; what the page hides is not read, and a finding says where if it holds numbers.
 */
import { parse } from 'parse5';
import { finding } from '#finding/catalogue.ts';
import { cutPage } from './cut-short.ts';
import { decode } from './html.charset.ts';
import { depthOf, type Element, isElement, textBelow } from './html.dom.ts';
import { walk } from './html.walk.ts';
import { isEmpty } from './laid-out.ts';
import type { Blocks, Limits, Reader } from './reader.ts';
import { orUnreadable } from './unreadable.ts';

/** Elements inside one another that a page may have; real ones stay under 60, and the walk is recursive. */
const deepest = 600;

export const htmlReader: Reader = {
  types: ['html'],
  recognises,
  read: (bytes, file, limits) => orUnreadable(file, () => readPage(decode(bytes), file, limits)),
};

function readPage(text: string, file: string, limits: Limits): Blocks {
  const page = readHtml(text, file, limits);
  return { ...page, findings: [...page.findings, ...cutPage(text, file)] };
}

export function readHtml(text: string, file: string, limits: Limits): Blocks {
  const page = parse(text);
  if (depthOf(page) > deepest) {
    return {
      blocks: [],
      findings: [
        finding('unreadable', file, { reason: 'over-limits', detail: `elements more than ${deepest} deep` }),
      ],
    };
  }
  const html =
    page.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'html') ?? null;
  const head = html?.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'head');
  const title = head?.childNodes.find((node) => isElement(node) && node.tagName === 'title');
  const walked = walk(html, title === undefined ? '' : textBelow(title), file);
  if (walked.blocks.length > limits.cells) {
    return {
      blocks: [],
      findings: [
        finding('unreadable', file, { reason: 'over-limits', detail: `more than ${limits.cells} lines` }),
      ],
    };
  }
  if (isEmpty(walked.blocks)) {
    return { blocks: [], findings: [...walked.findings, finding('not-a-return', file, { why: 'no text' })] };
  }
  return walked;
}

function recognises(bytes: Uint8Array, name: string): number {
  const opening = decode(bytes.subarray(0, 2048))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(opening)) {
    return 1;
  }
  if (/^<(?:div|table|p|h[1-6]|ul|ol|meta|title|style|section|main)\b/i.test(opening)) {
    return 0.8;
  }
  return /\.(?:x?html?|mht)$/i.test(name) && opening.includes('<') ? 0.5 : 0;
}
