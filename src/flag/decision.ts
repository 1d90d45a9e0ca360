/**
 * What the flag rules say of one record, and why: every decision quotes the spans it rests on and the rule that read each.
 * The spans hold words of the narrative, so a decision goes to the review of the force that holds the record and nowhere else.
 */
export type Outcome = 'flag' | 'no-flag' | 'review';

/** `supports`: speaks for the flag. `sets-aside`: this mention is no means of the offence. `doubts`: a person must decide. */
export type Effect = 'supports' | 'sets-aside' | 'doubts';

export type Evidence = {
  /** `narrative`, or the name of a structured field of the record. */
  readonly field: string;
  /** UTF-16 offsets into the field; the text between them is `text`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly rule: string;
  readonly effect: Effect;
};

export type Decision = {
  readonly id: string;
  readonly decision: Outcome;
  /** 0 to 1: how often a decision like this is expected to stand when a person reads the record. */
  readonly confidence: number;
  /** The channel of commission in the words of the register, e.g. `Snapchat`; null where none was found. */
  readonly channel: string | null;
  readonly evidence: readonly Evidence[];
  /** Every rule that had an effect, in order of name. */
  readonly rules: readonly string[];
};
