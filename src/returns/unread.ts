/**
 * The document that stands for a file nobody could read, so that it is told and not lost. Apart from the readers, so that
 * what only starts threads does not load them.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '#finding/finding.ts';
import type { Document } from './document.ts';

/** The document of a file that was not read, with the finding that says why. */
export function unread(bytes: Uint8Array, file: string, found: Finding): Document {
  return { file, type: 'unknown', sha256: hash(bytes), blocks: [], findings: [found] };
}

export function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
