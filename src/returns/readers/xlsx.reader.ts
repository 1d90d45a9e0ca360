/**
 * Excel workbooks (.xlsx, .xlsm) by our own scan: every cell with what it shows and what it stores. The libraries each
 * lose cells or looks without a word (`docs/method/reading.md`). Runs no macro and follows no link.
 */

import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Block } from '../document.ts';
import { isCompoundFile, isEncryptedOffice } from './compound.ts';
import { readDrawing } from './ooxml-drawing.ts';
import { readWorksheet } from './ooxml-sheet.ts';
import { readStrings } from './ooxml-strings.ts';
import { noStyles, readStyles } from './ooxml-styles.ts';
import { hiddenParts, openPart, openWorkbook, relationsOf } from './ooxml-workbook.ts';
import { isZip, openPackage } from './package.ts';
import type { Blocks, Limits, Reader } from './reader.ts';
import { budgetOf, Sheet } from './sheet.ts';
import { orUnreadable, Unreadable } from './unreadable.ts';
import { hasMember } from './zip-members.ts';

export const xlsxReader: Reader = {
  types: ['xlsx'],

  recognises(bytes, name) {
    if (isCompoundFile(bytes)) return isEncryptedOffice(bytes) && /\.xls[xmb]?$/i.test(name) ? 1 : 0;
    if (!isZip(bytes)) return 0;
    if (hasMember(bytes, 'xl/workbook.xml')) return 1;
    return /\.xls[xm]$/i.test(name) ? 0.5 : 0;
  },

  read: (bytes, file, limits) => orUnreadable(file, () => readWorkbook(bytes, file, limits)),
};

function readWorkbook(bytes: Uint8Array, file: string, limits: Limits): Blocks {
  if (isEncryptedOffice(bytes)) throw new Unreadable('encrypted', 'the workbook asks for a password');
  const parts = openPackage(bytes, limits);
  const { epoch, sheets, stylesPart, stringsPart } = openWorkbook(parts, limits);
  // A part that is named and missing is damage: without its formats a masked number would be read as it is stored.
  const styles = stylesPart === null ? noStyles : readStyles(openPart(parts, stylesPart, limits), epoch);
  const strings = stringsPart === null ? [] : readStrings(openPart(parts, stringsPart, limits));
  const budget = budgetOf(limits);
  const blocks: Block[] = [];
  const findings: Finding[] = [];
  for (const { what, count } of hiddenParts(parts)) {
    findings.push(finding('hidden-content', file, { what, why: String(count) }));
  }
  for (const { name, visibility, part } of sheets) {
    const sheet = new Sheet(file, name, visibility, budget);
    const drawings = readWorksheet(openPart(parts, part, limits), sheet, { epoch, styles, strings });
    const relations = relationsOf(parts, part, limits);
    for (const id of drawings) {
      const target = relations.get(id)?.target;
      if (target !== undefined && parts.has(target)) readDrawing(openPart(parts, target, limits), sheet);
    }
    const laid = sheet.finish();
    blocks.push(...laid.blocks);
    findings.push(...laid.findings);
  }
  return { blocks, findings };
}
