/** `node bin/on-node-24.mjs SCRIPT ARGS…` runs a TypeScript file of this repository on Node 24, whichever Node is on the path. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepCompiledCode } from './compiled-code.mjs';
import { handOver, isNode24 } from './node-24.mjs';

const [script = '', ...args] = process.argv.slice(2);
if (isNode24()) {
  keepCompiledCode();
  process.argv = [process.execPath, resolve(script), ...args];
  await import(pathToFileURL(resolve(script)).href);
} else {
  handOver([script, ...args]);
}
