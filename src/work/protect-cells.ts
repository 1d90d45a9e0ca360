/** Jobs on tables of cells in files: protect one, audit a pattern of one. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { TableAudit } from '#disclosure/derive/audit-pattern.ts';
import { auditPattern } from '#disclosure/derive/audit-pattern.ts';
import { protectTable } from '#disclosure/suppress/protect-table.ts';
import { offerFor } from '#disclosure/suppress/prove.ts';
import type { AdditiveTable } from '#disclosure/table/additive.ts';
import { additiveTable, cellName } from '#disclosure/table/additive.ts';
import type { ReadCells } from '#disclosure/table/cells-csv.ts';
import { readCells, writePattern } from '#disclosure/table/cells-csv.ts';
import { knowing } from '#disclosure/table/earlier.ts';
import { readSpec } from '#disclosure/table/spec.ts';
import { Refusal } from '#finding/refusal.ts';

export type ProtectOptions = {
  readonly cells: string;
  readonly spec: string;
  readonly out: string;
  readonly seconds: number | null;
  /** Patterns of earlier releases of the same table. */
  readonly earlier: readonly string[];
  readonly progress: (line: string) => void;
};

export type ProtectSummary = {
  readonly name: string;
  readonly cells: number;
  readonly primary: number;
  readonly secondary: number;
  readonly secondaryTotal: number;
  readonly way: string;
  readonly cost: number;
  readonly bound: number | null;
  readonly gap: number | null;
  /** Choices of cells that were attacked and had to be mended, and the one that passed. */
  readonly rounds: number;
  readonly isCutShort: boolean;
  readonly audit: AuditSummary;
  readonly seconds: number;
  /** Of the processor: the other is longer where a machine is shared. */
  readonly processorSeconds: number;
  readonly memoryMb: number;
};

export type AuditSummary = {
  readonly isSafe: boolean;
  readonly knowsZerosAreNeverHidden: boolean;
  readonly withheld: number;
  readonly exactlyDisclosed: number;
  readonly narrowerThanAsked: number;
  readonly notCovering: number;
  readonly unsafePublished: number;
  readonly undecided: number;
  /** Of those, the ones that no linear programme narrows: it is only not known whether whole numbers do. */
  readonly wideInFractions: number;
  /** Unsafe cells that the shape of the table gives away in part, in any pattern. */
  readonly setAside: number;
  readonly hiddenZeros: number;
  /** Numbers of whole values in the tightest and the widest range proved; null when the widest has no end. */
  readonly tightest: number | null;
  readonly widest: number | null;
};

/** What the audit of a pattern with its proofs takes, and writing it, in times of reading the table: a limit is for all of it. */
const AUDIT = 1.5;

export async function protectCells(options: ProtectOptions): Promise<ProtectSummary> {
  const started = performance.now();
  const { table, read } = load(options.cells, options.spec, options.earlier);
  const reading = (performance.now() - started) / 1000;
  const seconds =
    options.seconds === null
      ? null
      : Math.max(options.seconds / 2, options.seconds - reading - AUDIT * reading);
  const found = await protectTable(table, { seconds, log: options.progress });
  const audit = await auditPattern(table, found.status, {
    isFull: false,
    proofs: { base: found.base, changes: found.proofs },
    givenAway: found.givenAway,
  });
  if (!audit.isSafe) throw refused(table, audit);
  write(
    options.out,
    writePattern(table, read.freq, found.status, table.spec.ranges ? shown(read, audit) : null),
  );
  const secondary = [...found.status.keys()].filter((cell) => found.status[cell] === 'S');
  return {
    name: table.spec.name,
    cells: table.given.length,
    primary: audit.primary,
    secondary: secondary.length,
    secondaryTotal: secondary.reduce((all, cell) => all + (found.base[cell] ?? 0), 0),
    way: found.way,
    cost: found.cost,
    bound: found.bound,
    gap: found.bound === null ? null : Math.max(0, found.cost - found.bound) / Math.max(found.cost, 1e-9),
    rounds: found.repairs + 1,
    isCutShort: found.isCutShort,
    audit: summaryOf(table, audit),
    seconds: (performance.now() - started) / 1000,
    processorSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    memoryMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}

export type AuditCell = {
  readonly cell: readonly string[];
  readonly status: string;
  /** Null where nothing is proved of the cell yet; then `high` is too. */
  readonly low: number | null;
  /** Null where it has no end. */
  readonly high: number | null;
  readonly isWholeRange: boolean;
};

export type AuditedCells = {
  readonly summary: AuditSummary;
  readonly failing: readonly string[];
  readonly ranges: readonly AuditCell[];
};

export async function auditCells(options: {
  readonly pattern: string;
  readonly spec: string;
  readonly earlier: readonly string[];
  readonly isFull: boolean | null;
  /** What a group of cells that share sums is worth; null for what it mostly is. */
  readonly seconds: number | null;
}): Promise<AuditedCells> {
  const { table, read } = load(options.pattern, options.spec, options.earlier);
  if (read.status === null) {
    throw new Refusal(
      'bad-use',
      `${options.pattern}: there is no column "status". Only a pattern can be audited.`,
    );
  }
  const withheld = read.status.filter((one) => one !== '').length;
  const isFull = options.isFull ?? withheld <= MOST_FOR_WHOLE_RANGES;
  const first =
    !isFull && withheld > MOST_TO_PROVE
      ? await auditPattern(table, read.status, { isFull: false, isQuick: true })
      : null;
  if (first !== null && first.exact.length + first.uncovered.length + first.published.length > 0)
    return audited(table, first);
  // Whoever looks for the proofs, the audit checks them. Whole ranges it works out by itself, and yet some table of whole numbers may be one
  // that only a programme in whole numbers comes upon.
  const offer = await offerFor(table, read.status);
  const audit = await auditPattern(table, read.status, {
    isFull,
    ...offer,
    ...(options.seconds === null ? {} : { secondsAGroup: options.seconds }),
  });
  return audited(table, audit);
}

function audited(table: AdditiveTable, audit: TableAudit): AuditedCells {
  return {
    summary: summaryOf(table, audit),
    failing: failing(audit).map((cell) => cellName(table, cell)),
    ranges: audit.ranges.map(({ cell, status, low, high, isWholeRange }) => ({
      cell: cellName(table, cell).split(', '),
      status,
      low: Number.isFinite(low) ? low : null,
      high: Number.isFinite(high) ? high : null,
      isWholeRange,
    })),
  };
}

/** Withheld cells up to which every range is worked out to its ends unless something else is asked for. */
const MOST_FOR_WHOLE_RANGES = 600;

/** Withheld cells above which to prove that a pattern is safe takes minutes: it is looked at first whether it fails anyway. */
const MOST_TO_PROVE = 5_000;

export function load(
  cells: string,
  spec: string,
  earlier: readonly string[],
): { readonly table: AdditiveTable; readonly read: ReadCells } {
  const rules = readSpec(text(spec), spec);
  const read = readCells(text(cells), rules, cells);
  const releases = earlier.map((path) => ({ path, read: readCells(text(path), rules, path) }));
  return { table: knowing(additiveTable(rules, read.cells, cells), releases), read };
}

export function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Refusal('not-found', `${path}: this file cannot be read. Give the path of a file.`, { cause });
  }
}

/** Whole or not at all: a pattern cut off would publish what it does not hold. */
export function write(path: string, content: string): void {
  const beside = `${path}.part`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (cause) {
    throw new Refusal(
      'bad-use',
      `${path}: the pattern cannot be written there. Give the path of a file in a folder that is there.`,
      { cause },
    );
  }
}

/**
 * What a reader is shown of each cell: a withheld one as `[c]` with the range that subtraction alone leaves of it, which
 * says nothing that the published numbers do not.
 */
function shown({ freq }: ReadCells, { ranges }: TableAudit): readonly string[] {
  const lines = [...freq];
  for (const { cell, plainLow, plainHigh } of ranges) {
    lines[cell] = `[c] ${plainLow}${Number.isFinite(plainHigh) ? `-${plainHigh}` : '+'}`;
  }
  return lines;
}

/** The cells that fail; where none does, those that are not decided. */
function failing({ published, exact, uncovered, undecided }: TableAudit): readonly number[] {
  const found = [...new Set([...published, ...exact, ...uncovered])];
  return (found.length > 0 ? found : [...undecided]).sort((a, b) => a - b);
}

function refused(table: AdditiveTable, audit: TableAudit): Refusal {
  const [first] = failing(audit);
  const name = first === undefined ? 'the table as a whole' : cellName(table, first);
  return new Refusal(
    'not-protected',
    `The audit did not pass: ${name} can be worked out too closely. No pattern was written.`,
  );
}

function summaryOf(table: AdditiveTable, audit: TableAudit): AuditSummary {
  const widths = audit.ranges.map(({ low, high }) => high - low + 1).filter((width) => width >= 1);
  const tightest = widths.reduce((all, one) => Math.min(all, one), Number.POSITIVE_INFINITY);
  const widest = widths.reduce((all, one) => Math.max(all, one), 0);
  const finite = (number: number) => (Number.isFinite(number) && number > 0 ? number : null);
  return {
    isSafe: audit.isSafe,
    knowsZerosAreNeverHidden: table.spec.attacker.knowsZerosAreNeverHidden,
    withheld: audit.primary + audit.secondary,
    exactlyDisclosed: audit.exact.length,
    narrowerThanAsked: audit.narrow.length,
    notCovering: audit.uncovered.length,
    unsafePublished: audit.published.length,
    undecided: audit.undecided.length,
    wideInFractions: audit.wideInFractions,
    setAside: audit.setAside.length,
    hiddenZeros: audit.hiddenZeros,
    tightest: finite(tightest),
    widest: finite(widest),
  };
}
