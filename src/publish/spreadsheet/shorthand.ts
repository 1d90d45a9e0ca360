/**
 * The shorthand of the Government Statistical Service, as far as a release uses it, with what each mark means in words.
 * A mark stands instead of a number, never beside one.
 */
export type Mark = '[c]' | '[low]' | '[r]' | '[x]' | '[z]';

export const MEANINGS: Readonly<Record<Mark, string>> = {
  '[c]': 'confidential: the number is withheld so that nobody can be identified',
  '[low]': 'a number that rounds to zero and is not zero',
  '[r]': 'revised since the last release',
  '[x]': 'not available: nobody supplied or published the number',
  '[z]': 'not applicable: the number is known only to lie between the lowest and the highest',
};

const ORDER = ['[c]', '[low]', '[r]', '[x]', '[z]'] as const;

/** The marks among some texts, in the order of the alphabet. */
export function marksIn(texts: Iterable<string>): readonly Mark[] {
  const used = new Set(texts);
  return ORDER.filter((mark) => used.has(mark));
}

/** `Shorthand: [c] means confidential: …; [x] means not available: …. None of them means zero.` */
export function legend(marks: readonly Mark[]): string {
  if (marks.length === 0) return 'No shorthand is used in this table.';
  const told = marks.map((mark) => `${mark} means ${MEANINGS[mark]}`);
  return `Shorthand used in this table: ${told.join('; ')}. No shorthand means zero.`;
}
