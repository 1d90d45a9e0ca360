/**
 * What each rule says, in one sentence for an officer: the rules that read a mention, and those of the record as a whole. A rule that
 * is not told here is a defect of ours.
 */
import { recordRules } from './record-rules.ts';
import type { PagedRule } from './rule-page.ts';
import { rules } from './rules/all.ts';

export type RuleTold = { readonly id: string; readonly group: string; readonly says: string };

/** Every rule there is, as its page shows it. */
export const pagedRules: readonly PagedRule[] = [
  ...rules,
  ...recordRules.map((rule) => ({ ...rule, effect: 'decides' as const })),
];

const told = new Map(pagedRules.map(({ id, group, says }) => [id, { id, group, says }]));

export function tellRule(id: string): RuleTold {
  const found = told.get(id);
  if (found === undefined) throw new Error(`the rule "${id}" is not told`);
  return found;
}
