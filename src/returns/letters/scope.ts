/**
 * Of whom the numbers that follow are told: "Of the girls, 11 were under 12, 20 were 12 to 15", "Among boys 3 were 16". The
 * words hold until the next such words, for numbers that say something else beside and no such thing themselves.
 */
import type { Tag } from '../words/tags.ts';
import type { Said, ValueTag } from './said-around.ts';

export type Scope = Partial<Pick<Said, 'age' | 'sex' | 'platform'>>;

const LEADS =
  /(?:^|[,;:(]\s*(?:and\s+|while\s+)?|\b(?:and|while|whilst)\s+)(?:(?:out\s+)?of|among(?:st)?|for)\s+(?:(?:the|these|those|all)\s+)?(?:victims\s+(?:who\s+were\s+)?)?$/iu;

/** The scope that words between two numbers open; null where they open none. */
export function scopeOpened(
  text: string,
  found: readonly Tag[],
  from: number,
  value: ValueTag,
): Scope | null {
  let scope: Scope | null = null;
  for (const tag of found) {
    if (tag.start < from || tag.end > value.start) continue;
    const said: Scope | null =
      tag.kind === 'sex'
        ? { sex: tag.sex }
        : tag.kind === 'age' && tag.age !== '0-17'
          ? { age: tag.age }
          : tag.kind === 'platform'
            ? { platform: tag.platform }
            : null;
    if (said !== null && LEADS.test(text.slice(from, tag.start))) scope = said;
  }
  return scope;
}

/** What a number takes from the scope it stands in. */
export function withScope(own: Said, scope: Scope | null): Said {
  if (scope === null || own.clash) return own;
  const dims = (['age', 'sex', 'platform'] as const).filter((dim) => own[dim] !== null);
  const [of] = (['age', 'sex', 'platform'] as const).filter((dim) => scope[dim] !== undefined);
  if (of === undefined || dims.length === 0 || own[of] !== null) return own;
  return { ...own, [of]: scope[of] };
}
