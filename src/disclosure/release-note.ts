/**
 * Lets a sentence that a person wrote about a number through, when it tells no count that is not released. Numbers of
 * forces, years and ages are no counts. When some number of the release is withheld, only released numbers may stand in
 * a sentence, because any other could help to work it out; otherwise only small ones are kept back.
 */
import { countsIn } from './mask.ts';

export type NoteRules = {
  readonly released: ReadonlySet<number>;
  readonly threshold: number;
  readonly isAnyWithheld: boolean;
};

/** Words after which a number tells of something else than offences or victims. */
const NOT_COUNTED =
  /\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:of\s+(?:the\s+)?\d{1,2}\b|(?:of\s+(?:the\s+)?)?(?:\S+\s+){0,2}?(?:forces?|years?|months?|days?|releases?|reports?|papers?|regions?|figures?|districts?))\b/giu;
const COUNTED =
  /\b(?:offen[cs]es?|crimes?|victims?|cases?|records?|child(?:ren)?|girls?|boys?|females?|males?|aged)\b/iu;

/** The sentence as it is, or null when it may not be shown. */
export function releaseNote(sentence: string, rules: NoteRules): string | null {
  const plain = sentence.replace(NOT_COUNTED, (told) => told.replace(/[\p{L}\p{N}]/gu, '-'));
  const isHarmless = [...countsIn(plain)].every((token) => {
    if (token.value !== null && rules.released.has(token.value)) return true;
    // "One paper says" counts papers; "one offence" and "two aged 9" count what may not be told.
    const near = plain.slice(token.at).split(/\s+/).slice(0, 5).join(' ');
    const isWord = /^\p{L}/u.test(token.text);
    if (isWord && !COUNTED.test(near)) return true;
    if (rules.isAnyWithheld || token.value === null) return false;
    return token.value === 0 || token.value >= rules.threshold;
  });
  return isHarmless ? sentence : null;
}
