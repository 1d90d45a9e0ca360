/**
 * Anyone's workbook against every rule. Never throws on what a file holds: what cannot be opened is told with the reason,
 * and no rule is judged on a part of a file. Tells of each rule whether it is kept, broken and where, or for a person to say.
 */
import { isCompoundFile } from '#returns/readers/compound.ts';
import { isZip, openPackage, type Package } from '#returns/readers/package.ts';
import { type Limits, usualLimits } from '#returns/readers/reader.ts';
import { Unreadable } from '#returns/readers/unreadable.ts';
import { type BookFacts, MOST } from './facts.ts';
import { odsFacts } from './ods-facts.ts';
import { rules } from './rules/all.ts';
import type { Around, Breach, Rule } from './rules/rule.ts';
import { xlsxFacts } from './xlsx-facts.ts';

export type Verdict = Pick<Rule, 'number' | 'weight' | 'asks'> &
  (
    | { readonly state: 'kept' }
    | { readonly state: 'broken'; readonly breaches: readonly Breach[] }
    | { readonly state: 'untold'; readonly why: string }
  );

export type Opened =
  | { readonly facts: BookFacts }
  | { readonly unreadable: string; readonly isArchive: boolean };

/** Fewer than a reader keeps: every cell here carries its looks. */
const MOST_CELLS = 1_000_000;

export function openBook(bytes: Uint8Array, limits: Limits = usualLimits): Opened {
  try {
    if (bytes.length > limits.bytes) throw new Unreadable('over-limits', `more than ${limits.bytes} bytes`);
    if (isCompoundFile(bytes)) {
      return refused(
        'an older Excel file or one with a password: only .xlsx and .ods can be marked up for accessibility',
      );
    }
    if (!isZip(bytes)) return refused('no workbook: only .xlsx and .ods are checked');
    const parts = openPackage(bytes, limits);
    const budget = { left: MOST_CELLS };
    if (isOds(parts)) return whole(odsFacts(parts, limits, budget));
    if (parts.names.some((name) => /workbook\.xml$/i.test(name)))
      return whole(xlsxFacts(parts, limits, budget));
    const isArchive = parts.names.some((name) => /\.(?:ods|xlsx?|csv)$/i.test(name));
    return {
      unreadable: isArchive ? 'an archive with files in it' : 'no workbook: only .xlsx and .ods are checked',
      isArchive,
    };
  } catch (error) {
    // Whatever else a file makes our code throw is told as damage: a file must never be able to stop the program.
    return refused(error instanceof Unreadable ? error.message : 'the content could not be followed');
  }
}

function whole(facts: BookFacts): Opened {
  if (facts.sheets.some(({ tables }) => tables.length > MOST.tables)) {
    throw new Unreadable('over-limits', 'a sheet holds more tables than are checked');
  }
  return { facts };
}

function refused(unreadable: string): Opened {
  return { unreadable, isArchive: false };
}

function isOds(parts: Package): boolean {
  const manifest = parts.read('META-INF/manifest.xml');
  if (manifest === null) return false;
  const text = Buffer.from(manifest).toString('utf8');
  if (text.includes('encryption-data')) throw new Unreadable('encrypted', 'it asks for a password');
  return text.includes('opendocument.spreadsheet') || parts.has('content.xml');
}

export function checkBook(facts: BookFacts, around: Around): readonly Verdict[] {
  return rules.map(({ number, weight, asks, check }) => {
    const told = check(facts, around);
    if ('untold' in told) return { number, weight, asks, state: 'untold', why: told.untold };
    return told.length === 0
      ? { number, weight, asks, state: 'kept' }
      : { number, weight, asks, state: 'broken', breaches: told };
  });
}

/** Of an archive one rule can be said to be broken, and no other can be judged. */
export function archiveVerdicts(file: string): readonly Verdict[] {
  return rules.map(({ number, weight, asks }) =>
    number === 'A17'
      ? { number, weight, asks, state: 'broken', breaches: [{ at: file, found: 'the file is an archive' }] }
      : {
          number,
          weight,
          asks,
          state: 'untold',
          why: 'what is inside the archive: unpack it and check each file',
        },
  );
}
