/**
 * What a file that holds files promises: an e-mail with what is attached to it, an archive with its members. Each member
 * is read by whoever recognises it, as `outer/inner`, within one budget of sizes for the whole.
 */
import type { Finding } from '#finding/finding.ts';
import type { Block, DocumentType } from '../document.ts';
import type { Limits } from './reader.ts';

export type Member = { readonly name: string; readonly bytes: Uint8Array };

export type Contents = {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
  readonly members: readonly Member[];
};

export type Container = {
  /** The type of its own document; null when it says nothing of its own, as an archive. */
  readonly type: DocumentType | null;
  readonly recognises: (bytes: Uint8Array, name: string) => number;
  /** May throw `Unreadable`. */
  readonly open: (bytes: Uint8Array, file: string, limits: Limits) => Promise<Contents>;
};
