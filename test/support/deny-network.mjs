/**
 * Loaded before a command (`--import`), in it and in each of its workers: every way to a network throws and leaves a mark in the file
 * named by DENIED, so that an attempt that was caught somewhere is still seen.
 */
import { createRequire } from 'node:module';
import { appendFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const denied = (name) =>
  function deny() {
    appendFileSync(process.env.DENIED, `${name}\n`);
    throw new Error(`network denied: ${name}`);
  };
for (const [module, names] of Object.entries({
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer', 'createSecureServer'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6'],
})) {
  const loaded = require(`node:${module}`);
  for (const name of names) loaded[name] = denied(`${module}.${name}`);
}
require('node:net').Socket.prototype.connect = denied('net.Socket.connect');
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = denied(name);
