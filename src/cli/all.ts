/**
 * Every command, in the order in which help lists them. A command that is not here does not exist.
 */
import { build } from './build.command.ts';
import { checkSpreadsheet } from './check-spreadsheet.command.ts';
import type { Command } from './command.ts';
import { demo } from './demo.command.ts';
import { diff } from './diff.command.ts';
import { read } from './read.command.ts';
import { release } from './release.command.ts';
import { serve } from './serve.command.ts';
import { verify } from './verify.command.ts';

export const commands: readonly Command[] = [
  build,
  checkSpreadsheet,
  demo,
  diff,
  read,
  release,
  serve,
  verify,
];
