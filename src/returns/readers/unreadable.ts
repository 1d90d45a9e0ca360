/**
 * How a reader gives up on a file: it throws `Unreadable` inside, and at its edge that becomes one finding, so that the
 * rest of the folder is still read. Anything else a file makes our code throw is reported the same way, as damaged:
 * a file must never be able to stop the program.
 */
import { finding } from '#finding/catalogue.ts';
import type { Blocks } from './reader.ts';

export type UnreadableReason = 'encrypted' | 'damaged' | 'over-limits' | 'unsafe' | 'not-supported';

export class Unreadable extends Error {
  readonly reason: UnreadableReason;

  /** `detail` is administrative: which part, which limit. It never quotes content. */
  constructor(reason: UnreadableReason, detail: string) {
    super(detail);
    this.name = 'Unreadable';
    this.reason = reason;
  }
}

export async function orUnreadable(file: string, read: () => Blocks | Promise<Blocks>): Promise<Blocks> {
  try {
    return await read();
  } catch (error) {
    const reason = error instanceof Unreadable ? error.reason : 'damaged';
    const detail = error instanceof Unreadable ? error.message : 'the content could not be followed';
    return { blocks: [], findings: [finding('unreadable', file, { reason, detail })] };
  }
}
