/**
 * Reads a cell that names more than one thing: "Roblox (online game)", "Twitter/X", "Facebook and Instagram". It is one
 * platform only when every part is understood and they agree; it never drops a part to make the rest fit.
 */
import { compact } from './fold.ts';
import type { Match } from './match.ts';
import type { Term } from './terms.ts';

/** Kinds of place rather than places: `Roblox (online game)` is Roblox. */
const GENERIC = new Set([
  'chat-room',
  'dating-site',
  'live-streaming',
  'online-game',
  'social-media',
  'website',
]);

/** Words that open a part and say how it stands to the rest. */
const INCLUDES =
  /^\s*(?:(?:including|incl|inc|formerly|previously|now|also|aka|known as|and|e\.?g\.?)[\s.:]+)+/i;
const EXCLUDES = /^\s*(?:excluding|excl|exc|except|without|not)[\s.:]+/i;
export const COMBINES = /[/\\,;+|&]|\s(?:and|or|a|ac|neu)\s/i;

type Known = (part: string) => Term<string> | undefined;

/**
 * A cell made of several parts: one platform when all parts are known and agree, ambiguous when they differ, null when
 * a part is not known. A part that only names the platform's owner says nothing.
 */
export function inParts(text: string, known: Known, owners: ReadonlySet<string>): Match<string> | null {
  const parts = text
    .split(/[()[\]{}/\\,;:+|&]|\s[-\u2010-\u2015]\s|\s(?:and|or|via|a|ac|neu)\s/i)
    .filter((part) => /\p{L}/u.test(part) || compact(part).length > 3);
  if (parts.length < 2) return null;
  const kept = parts.filter((part) => {
    const isOut = EXCLUDES.test(part) && known(part.replace(EXCLUDES, '')) !== undefined;
    return !isOut && !(owners.has(compact(part)) && known(part) === undefined);
  });
  const named = kept.flatMap((part) => known(part) ?? known(part.replace(INCLUDES, '')) ?? []);
  const [first] = named;
  if (first?.value == null) return null;
  if (new Set(named.map((term) => term.value)).size === 1) {
    return named.length < kept.length ? null : { kind: 'exact', value: first.value, term: first.term };
  }
  const one = COMBINES.test(text) || named.length < kept.length ? undefined : mostSpecific(named);
  if (one?.value != null) return { kind: 'exact', value: one.value, term: one.term };
  return { kind: 'ambiguous', nearest: [...new Set(named.map((term) => term.shown))].slice(0, 3) };
}

/** `Roblox (online game)` is Roblox; `Social media (not specified)` is social media; anything else is two things. */
function mostSpecific(named: readonly Term<string>[]): Term<string> | undefined {
  const isGeneric = (term: Term<string>): boolean => GENERIC.has(term.value ?? '');
  const which = named.filter((term) => !isGeneric(term) && term.value !== 'unknown');
  const left =
    which.length > 0 && named.some(isGeneric)
      ? named.filter((term) => !isGeneric(term))
      : named.filter(isGeneric);
  return new Set(left.map((term) => term.value)).size === 1 ? left[0] : undefined;
}
