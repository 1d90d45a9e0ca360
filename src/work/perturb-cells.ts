/** A job on tables of cells in files: rounds or perturbs one by the method of its specification, checks that, and writes it. */
import Papa from 'papaparse';
import { perturbByKey } from '#disclosure/perturb/cell-key.ts';
import type { PerturbedCheck } from '#disclosure/perturb/check-perturbed.ts';
import { checkPerturbed } from '#disclosure/perturb/check-perturbed.ts';
import { noiseTable } from '#disclosure/perturb/noise-table.ts';
import { roundTable } from '#disclosure/perturb/round-table.ts';
import type { SecretKey } from '#disclosure/perturb/secret.ts';
import { secretKey } from '#disclosure/perturb/secret.ts';
import type { AdditiveTable } from '#disclosure/table/additive.ts';
import type { Spec } from '#disclosure/table/spec.ts';
import { readSpec } from '#disclosure/table/spec.ts';
import { Refusal } from '#finding/refusal.ts';
import { load, text, write } from './protect-cells.ts';

export type PerturbOptions = {
  readonly cells: string;
  readonly spec: string;
  readonly out: string;
  /** A file that holds the secret key; null when none was named. */
  readonly key: string | null;
  readonly earlier: readonly string[];
};

export type PerturbSummary = {
  readonly name: string;
  readonly method: 'rounding' | 'cell-key';
  readonly reason: string;
  /** What was done, in words. */
  readonly done: string;
  readonly check: PerturbedCheck;
};

/** Null where the specification asks for suppression. */
export async function perturbCells(options: PerturbOptions): Promise<PerturbSummary | null> {
  const spec = readSpec(text(options.spec), options.spec);
  const { method, reason, name } = spec;
  if (method === 'suppression') {
    if (options.key === null) return null;
    throw new Refusal('bad-use', 'Suppression needs no key. Leave --key out, or choose another method.');
  }
  if (options.key === null) {
    throw new Refusal(
      'bad-use',
      `${options.spec}: "${method}" needs a secret key. Add --key and the path of a file that holds one.`,
    );
  }
  if (options.earlier.length > 0) {
    throw new Refusal(
      'bad-use',
      'Earlier releases are given for suppression. Of other methods the same key keeps releases together.',
    );
  }
  const key = secretKey(text(options.key), options.key);
  const { table } = load(options.cells, options.spec, []);
  const { counts, done, base } = await perturbed(table, spec, key);
  const check = checkPerturbed(table, counts, base);
  refuseBroken(check, base);
  write(options.out, csvOf(table, counts, done));
  return { name, method, reason, done, check };
}

async function perturbed(
  table: AdditiveTable,
  { method, rounding: { base }, cell_key: { variance, largest } }: Spec,
  key: SecretKey,
): Promise<{ readonly counts: readonly number[]; readonly done: string; readonly base: number | null }> {
  if (method === 'cell-key') {
    const counts = perturbByKey(table, noiseTable(variance, largest), key);
    return { counts, base: null, done: `changed by chance, variance ${variance}, by at most ${largest}` };
  }
  const { counts, isWalked } = await roundTable(table, base, key);
  const how = isWalked ? 'at random' : 'partly at random';
  return { counts, base, done: `rounded ${how} to multiples of ${base}` };
}

/** These hold by construction, and are not taken on trust. */
function refuseBroken(check: PerturbedCheck, base: number | null): void {
  const isRounded = base === null || (check.brokenSums === 0 && check.notMultiples === 0);
  if (isRounded && check.zerosChanged === 0 && check.negative === 0) return;
  throw new Error('perturbed counts do not keep what is promised of them');
}

/** The true counts are left out: this file is for others. */
function csvOf({ spec, codes }: AdditiveTable, counts: readonly number[], done: string): string {
  const head = [...spec.dims.map(({ name }) => name), 'published', 'method', 'reason'];
  const rows = codes.map((place, cell) => [
    ...place.map((code, d) => spec.dims[d]?.codes[code] ?? ''),
    String(counts[cell]),
    done,
    spec.reason,
  ]);
  return `${Papa.unparse([head, ...rows], { newline: '\n' })}\n`;
}
