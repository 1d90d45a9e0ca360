/**
 * What a rule is: one question about one mention in its sentence, asked in one file, with the cases that show when it speaks and, as
 * many again, when it must not. The cases are its tests and its page in the method.
 */
import type { Effect } from './decision.ts';
import type { Mention, Reading, Span } from './reading.ts';

/** A case: the text of a record, what the rule must do with it, and where it matters what the record comes out as. */
export type Case = {
  readonly text: string;
  /** Home Office code; 20B, a contact offence, where none is given. */
  readonly code?: string;
  readonly on?: string;
  readonly gives?: 'flag' | 'no-flag' | 'review';
};

export type Rule = {
  /** Also the name of its file and of its page. */
  readonly id: string;
  /** Class of the guidance it applies. */
  readonly group: string;
  readonly effect: Effect;
  /** One sentence, as the officer is told it. */
  readonly says: string;
  /** The words it rests on, or null where it has nothing to say of this mention. */
  readonly reads: (mention: Mention, reading: Reading) => Span | null;
  readonly speaks: readonly Case[];
  readonly nearMisses: readonly Case[];
};
