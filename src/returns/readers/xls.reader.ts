/**
 * Older Excel workbooks (.xls, BIFF5 and BIFF8, and the XML of Excel 2003) and binary ones (.xlsb), through SheetJS, which
 * alone reads them all. Numbers are shown by our own number formats, so that one format shows alike in every type.
 */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Block } from '../document.ts';
import { hasStream, isCompoundFile, isEncryptedOffice } from './compound.ts';
import { isZip, openPackage } from './package.ts';
import type { Blocks, Limits, Reader } from './reader.ts';
import { budgetOf } from './sheet.ts';
import { orUnreadable, Unreadable } from './unreadable.ts';
import type { SheetLooks } from './xls-runs.ts';
import { readWithSheetJs } from './xls-sheetjs.ts';
import { readBinaryLooks } from './xlsb-looks.ts';

export const xlsReader: Reader = {
  types: ['xls'],

  recognises(bytes, name) {
    if (isCompoundFile(bytes)) {
      if (isEncryptedOffice(bytes)) return 0;
      const isWorkbook = hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book');
      return isWorkbook ? 1 : /\.xls$/i.test(name) ? 0.5 : 0;
    }
    return isExcel2003(bytes) || isBareBiff(bytes) ? 0.9 : 0;
  },

  read: (bytes, file, limits) => orUnreadable(file, () => readOld(bytes, file, limits)),
};

export const xlsbReader: Reader = {
  types: ['xlsb'],

  recognises(bytes, name) {
    if (!isZip(bytes)) return 0;
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('xl/workbook.bin')) return 1;
    return /\.xlsb$/i.test(name) ? 0.5 : 0;
  },

  read: (bytes, file, limits) => orUnreadable(file, () => readBinary(bytes, file, limits)),
};

function isExcel2003(bytes: Uint8Array): boolean {
  const opening = Buffer.from(bytes.subarray(0, 2000)).toString('latin1');
  return opening.includes('urn:schemas-microsoft-com:office:spreadsheet') && !/<html/i.test(opening);
}

/** Workbooks of the early nineties stand without a container: a record that opens a sheet comes first. */
function isBareBiff(bytes: Uint8Array): boolean {
  const [id, version, length] = bytes;
  return id === 9 && [0, 2, 4, 8].includes(version ?? -1) && (length ?? 99) <= 16;
}

async function readOld(bytes: Uint8Array, file: string, limits: Limits): Promise<Blocks> {
  if (isEncryptedOffice(bytes)) throw new Unreadable('encrypted', 'the workbook asks for a password');
  if (!isCompoundFile(bytes) && !isExcel2003(bytes) && !isBareBiff(bytes)) {
    throw new Unreadable('damaged', 'this is not a workbook of an older Excel');
  }
  return lay(bytes, file, limits, [], []);
}

async function readBinary(bytes: Uint8Array, file: string, limits: Limits): Promise<Blocks> {
  const parts = openPackage(bytes, limits);
  // Each part is inflated once here for its checksum alone: SheetJS reads a damaged part without a word.
  for (const name of parts.names) parts.read(name);
  const caches = parts.names.filter((name) => /pivotCacheDefinition|externalLink\d*\.bin/i.test(name)).length;
  const findings =
    caches === 0
      ? []
      : [finding('hidden-content', file, { what: 'pivot cache or link', why: String(caches) })];
  return lay(bytes, file, limits, findings, readBinaryLooks(parts, limits));
}

async function lay(
  bytes: Uint8Array,
  file: string,
  limits: Limits,
  before: readonly Finding[],
  looks: readonly SheetLooks[],
): Promise<Blocks> {
  const blocks: Block[] = [];
  const findings: Finding[] = [...before];
  for (const sheet of await readWithSheetJs(bytes, file, budgetOf(limits), looks)) {
    const laid = sheet.finish();
    blocks.push(...laid.blocks);
    findings.push(...laid.findings);
  }
  return { blocks, findings };
}
