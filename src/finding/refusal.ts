/**
 * A refusal is the program declining to do what may not be done, for a reason the user can act on. It is thrown, and
 * only the edge (command line, web) catches it: the code chooses exit code and HTTP status in one table, here.
 */
export const refusals = {
  'bad-use': { exit: 2, status: 400 },
  'not-found': { exit: 2, status: 404 },
  'open-errors': { exit: 3, status: 409 },
  'not-protected': { exit: 3, status: 409 },
  'not-allowed': { exit: 3, status: 409 },
  'not-as-released': { exit: 4, status: 500 },
} as const;

export type RefusalCode = keyof typeof refusals;

export class Refusal extends Error {
  readonly code: RefusalCode;

  /** `message` says where, what was found, and what to do instead; it never quotes a narrative or a small count. */
  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refusal';
    this.code = code;
  }

  get exit(): number {
    return refusals[this.code].exit;
  }

  get status(): number {
    return refusals[this.code].status;
  }
}
