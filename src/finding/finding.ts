/**
 * A finding is something wrong, doubtful or worth knowing in the data a force sent. It is returned, never thrown, and
 * is facts only; its sentence is made in `words.ts` and its page stands in `docs/findings/`.
 */
import type { FindingCode } from './catalogue.ts';

export type FindingLevel = 'error' | 'warning' | 'info';

export type Facts = Readonly<Record<string, string | number | readonly string[]>>;

export type Finding = {
  readonly code: FindingCode;
  readonly level: FindingLevel;
  /** Where: `file`, `file#Sheet!B4`, `file#t1r2c3`, `file#p7`, `file#page1`; see `docs/method/reading.md`. */
  readonly at: string;
  readonly facts: Facts;
};
