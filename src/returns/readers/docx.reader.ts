/**
 * Reads a word-processed letter (docx) into lines and tables: its body, then its notes, with page headers and footers
 * as furniture. Opens no linked file, runs no macro; what the letter embeds or hides is named in a finding.
 */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Line } from '../document.ts';
import { numberingOf } from './docx.numbering.ts';
import { stylesOf } from './docx.styles.ts';
import { type Branch, below, branches, everywhere, treeOf } from './docx.tree.ts';
import { type Letter, LetterWalk } from './docx.walk.ts';
import { Flow } from './flow.ts';
import { holdsNumber, isEmpty, Places } from './laid-out.ts';
import { isZip, openPackage, type Package } from './package.ts';
import type { Blocks, Limits, Reader } from './reader.ts';
import { withTabbedTables } from './tabs.ts';
import { orUnreadable, Unreadable } from './unreadable.ts';

export const docxReader: Reader = {
  types: ['docx'],
  recognises,
  read: (bytes, file, limits) => orUnreadable(file, () => readDocx(bytes, file, limits)),
};

function recognises(bytes: Uint8Array, name: string): number {
  if (!isZip(bytes)) {
    return 0;
  }
  // Part names stand in the directory at the end of a package, unpacked.
  const directory = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 65_536))).toString('latin1');
  if (directory.includes('word/document.xml') || directory.includes('word/document2.xml')) {
    return 1;
  }
  return /\.doc[xm]$/i.test(name) ? 0.5 : 0;
}

function readDocx(bytes: Uint8Array, file: string, limits: Limits): Blocks {
  const parts = openPackage(bytes, limits);
  const main = mainPart(parts, limits);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const document = treeOf(parts, main, limits);
  const body = below(document, 'w:document', 'w:body');
  if (body === null) {
    throw new Unreadable('damaged', 'the letter has no body');
  }
  const letter: Letter = {
    styles: stylesOf(treeOf(parts, `${folder}styles.xml`, limits)),
    numbering: numberingOf(treeOf(parts, `${folder}numbering.xml`, limits)),
    notes: new Map(),
  };
  const flow = new Flow(new Places(file));
  const walk = new LetterWalk(flow, letter);
  walk.blocks(body, { role: 'paragraph', furniture: false, place: 'counted' });
  const beside = { parts, folder, letter, file, limits };
  const own = withTabbedTables(flow.blocks, (block) => flow.fieldsOf(block));
  const blocks = [...own, ...notesOf(beside), ...furnitureOf(beside)];
  const findings = [...walk.findings, ...unreadParts(beside)];
  if (blocks.length > limits.cells) {
    throw new Unreadable('over-limits', `more than ${limits.cells} lines`);
  }
  if (isEmpty(blocks)) {
    const pictures = parts.names.some((name) => name.startsWith(`${folder}media/`));
    findings.push(finding('not-a-return', file, { why: pictures ? 'picture of text' : 'no text' }));
  }
  return { blocks, findings };
}

/** What the parts beside the main one are read with. */
type Beside = {
  readonly parts: Package;
  readonly folder: string;
  readonly letter: Letter;
  readonly file: string;
  readonly limits: Limits;
};

function mainPart(parts: Package, limits: Limits): string {
  const relations = treeOf(parts, '_rels/.rels', limits);
  for (const relation of branches(below(relations, 'Relationships'))) {
    if (/\/officeDocument$/.test(relation.attributes.Type ?? '')) {
      return (relation.attributes.Target ?? '').replace(/^\//, '');
    }
  }
  return 'word/document.xml';
}

/** Notes in the order their marks are met; a note that nothing refers to (the separator line is one) is not printed. */
function notesOf({ parts, folder, letter, file, limits }: Beside): readonly Line[] {
  const lines: Line[] = [];
  for (const kind of ['footnote', 'endnote']) {
    for (const note of branches(below(treeOf(parts, `${folder}${kind}s.xml`, limits), `w:${kind}s`))) {
      const mark = letter.notes.get(`w:${kind}Reference ${note.attributes['w:id'] ?? ''}`);
      if (mark !== undefined) {
        const read = linesOf(note, letter, { at: `${file}#${kind}${mark}` }, false, file);
        lines.push(
          ...read.map((line, index) => (index === 0 ? { ...line, marks: [mark, ...line.marks] } : line)),
        );
      }
    }
  }
  return lines;
}

/** Page headers and footers, each once: the same one stands in several parts (first page, even pages, each section). */
function furnitureOf({ parts, folder, letter, file, limits }: Beside): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const name of [...parts.names].sort()) {
    const kind = /^(header|footer)\d*\.xml$/.exec(name.slice(folder.length))?.[1];
    const root =
      name.startsWith(folder) && kind !== undefined ? branches(treeOf(parts, name, limits))[0] : undefined;
    for (const line of root === undefined
      ? []
      : linesOf(root, letter, { at: `${file}#${kind}` }, true, file)) {
      lines.set(`${kind} ${line.text}`, lines.get(`${kind} ${line.text}`) ?? line);
    }
  }
  return [...lines.values()];
}

function linesOf(
  root: Branch,
  letter: Letter,
  place: { readonly at: string },
  furniture: boolean,
  file: string,
): readonly Line[] {
  const flow = new Flow(new Places(file));
  new LetterWalk(flow, letter).blocks(root, { role: 'paragraph', furniture, place });
  return flow.blocks.filter((block) => block.kind === 'line');
}

/** Charts, comments and embedded workbooks hold numbers that the text does not show. */
function unreadParts({ parts, folder, file, limits }: Beside): readonly Finding[] {
  const findings: Finding[] = [];
  for (const name of [...parts.names].sort()) {
    const inside = name.slice(folder.length);
    if (/^embeddings\//.test(inside)) {
      findings.push(finding('hidden-content', file, { what: 'embedded file', part: name }));
    } else if (/^charts\/chart\d*\.xml$/.test(inside)) {
      findings.push(finding('hidden-content', file, { what: 'chart', part: name }));
    } else if (inside === 'comments.xml') {
      const root = treeOf(parts, name, limits);
      const said =
        root === null ? '' : [...everywhere(root, 'w:t')].flatMap((text) => text.children).join('');
      if (holdsNumber(said)) {
        findings.push(finding('hidden-content', file, { what: 'comments' }));
      }
    }
  }
  return findings;
}
