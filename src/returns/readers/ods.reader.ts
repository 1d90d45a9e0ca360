/**
 * OpenDocument spreadsheets (.ods, and .fods in one file) by our own scan: rows inside groups and header rows, repeats,
 * values without paragraphs, all of which libraries lose (`docs/method/reading.md`). Refuses encrypted files by name.
 */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Block } from '../document.ts';
import { Markup } from './markup.ts';
import { decodeMarkup } from './markup-text.ts';
import { OdfStyles, odfNamespaces } from './odf-styles.ts';
import { readOdfTable } from './odf-table.ts';
import { isZip, openPackage, type Package } from './package.ts';
import type { Blocks, Limits, Reader } from './reader.ts';
import { type Budget, budgetOf, Sheet } from './sheet.ts';
import { orUnreadable, Unreadable } from './unreadable.ts';

const spreadsheetType = 'application/vnd.oasis.opendocument.spreadsheet';

export const odsReader: Reader = {
  types: ['ods'],

  recognises(bytes, name) {
    const opening = Buffer.from(bytes.subarray(0, 4000)).toString('latin1');
    if (opening.includes(spreadsheetType)) return 1;
    if (isZip(bytes)) return /\.(?:ods|ots)$/i.test(name) ? 0.5 : 0;
    return opening.includes('<office:document') && /\.fods$/i.test(name) ? 0.9 : 0;
  },

  read: (bytes, file, limits) => orUnreadable(file, () => readSpreadsheet(bytes, file, limits)),
};

function readSpreadsheet(bytes: Uint8Array, file: string, limits: Limits): Blocks {
  const reading: Reading = {
    file,
    limits,
    styles: new OdfStyles(),
    budget: budgetOf(limits),
    blocks: [],
    findings: [],
  };
  if (!isZip(bytes)) {
    scan(bytes, reading);
    return { blocks: reading.blocks, findings: reading.findings };
  }
  const parts = openPackage(bytes, limits);
  if (isEncrypted(parts)) throw new Unreadable('encrypted', 'the spreadsheet asks for a password');
  const styles = parts.read('styles.xml');
  if (styles !== null) scan(styles, reading);
  const content = parts.read('content.xml');
  if (content === null) throw new Unreadable('damaged', 'content.xml is missing from the spreadsheet');
  scan(content, reading);
  return { blocks: reading.blocks, findings: reading.findings };
}

function isEncrypted(parts: Package): boolean {
  const manifest = parts.read('META-INF/manifest.xml');
  return manifest !== null && Buffer.from(manifest).includes('encryption-data');
}

type Reading = {
  readonly file: string;
  readonly limits: Limits;
  readonly styles: OdfStyles;
  readonly budget: Budget;
  readonly blocks: Block[];
  readonly findings: Finding[];
};

/** Styles stand before the tables that use them, in every part. */
function scan(bytes: Uint8Array, reading: Reading): void {
  const markup = new Markup(decodeMarkup(bytes), odfNamespaces, reading.limits.depth);
  let roots = 0;
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event !== 'open') continue;
    if (markup.depth === 1 && markup.name.startsWith('office:document')) roots++;
    if (markup.name === 'style:style') reading.styles.take(markup);
    else if (markup.name === 'table:table') readTable(markup, reading);
    else if (markup.name === 'office:scripts' || markup.name === 'table:tracked-changes') markup.skip();
  }
  if (roots !== 1) throw new Unreadable('damaged', 'this is not an OpenDocument file');
}

function readTable(markup: Markup, { file, styles, budget, blocks, findings }: Reading): void {
  const name = markup.attribute('table:name') ?? '';
  // LibreOffice keeps what it read from other files as tables named by their address.
  if (/^'?(?:file|https?):/i.test(name)) {
    findings.push(finding('hidden-content', file, { what: 'link to another workbook' }));
    markup.skip();
    return;
  }
  const isShown = styles.isDisplayed(markup.attribute('table:style-name'));
  const sheet = new Sheet(file, name, isShown ? 'visible' : 'hidden', budget);
  readOdfTable(markup, sheet, styles);
  const laid = sheet.finish();
  blocks.push(...laid.blocks);
  findings.push(...laid.findings);
}
