/**
 * Every published table. A release leaves out a table that has no row; what is not listed here is never published.
 */
import { ages } from './ages.table.ts';
import { coverage } from './coverage.table.ts';
import { offences } from './offences.table.ts';
import { platforms } from './platforms.table.ts';
import { sexes } from './sexes.table.ts';
import type { TableDeclaration } from './table.ts';
import { totalsByForce } from './totals-by-force.table.ts';
import { totalsByRegion } from './totals-by-region.table.ts';

export const tables: readonly TableDeclaration[] = [
  ages,
  coverage,
  offences,
  platforms,
  sexes,
  totalsByForce,
  totalsByRegion,
];
