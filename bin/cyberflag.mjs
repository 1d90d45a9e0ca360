#!/usr/bin/env node
/** The command `cyberflag`. Runs the program in this process on Node 24, and hands over to a Node 24 on an older one. */
import { fileURLToPath } from 'node:url';
import { keepCompiledCode } from './compiled-code.mjs';
import { handOver, isNode24 } from './node-24.mjs';

if (isNode24()) {
  keepCompiledCode();
  const { run } = await import('../src/main.ts');
  process.exitCode = await run(process.argv.slice(2));
} else {
  handOver([fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
}
