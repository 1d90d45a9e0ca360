/**
 * Every command, in the order in which help lists them. A command that is not here does not exist.
 */
import { auditTable } from './audit-table.command.ts';
import { build } from './build.command.ts';
import type { Command } from './command.ts';
import { demo } from './demo.command.ts';
import { protect } from './protect.command.ts';
import { read } from './read.command.ts';
import { serve } from './serve.command.ts';

export const commands: readonly Command[] = [auditTable, build, demo, protect, read, serve];
