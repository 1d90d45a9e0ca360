/**
 * Every command, in the order in which help lists them. A command that is not here does not exist.
 */
import { accuracy } from './accuracy.command.ts';
import { auditTable } from './audit-table.command.ts';
import { build } from './build.command.ts';
import { check } from './check.command.ts';
import { checkSpreadsheet } from './check-spreadsheet.command.ts';
import type { Command } from './command.ts';
import { demo } from './demo.command.ts';
import { diff } from './diff.command.ts';
import { explain } from './explain.command.ts';
import { protect } from './protect.command.ts';
import { read } from './read.command.ts';
import { release } from './release.command.ts';
import { sample } from './sample.command.ts';
import { serve } from './serve.command.ts';
import { verify } from './verify.command.ts';

export const commands: readonly Command[] = [
  accuracy,
  auditTable,
  build,
  check,
  checkSpreadsheet,
  demo,
  diff,
  explain,
  protect,
  read,
  release,
  sample,
  serve,
  verify,
];
