/**
 * How far one spelling is from another: letters put in, left out, changed, or two neighbours swapped, each one step
 * (Damerau-Levenshtein, no part edited twice). Gives up beyond `limit`, where the answer is limit + 1.
 */
export function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      }
      row.push(steps);
      least = Math.min(least, steps);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length] ?? limit + 1, limit + 1);
}

/**
 * How many steps two spellings may differ and still be one word: none below 5 letters, where nearly every word has an
 * English neighbour; one from 5; two from 9. Larger would join `Tumblr` and `Bumble`; smaller would miss `Faecbook`.
 */
export function stepsAllowed(a: string, b: string): number {
  const letters = Math.min(a.length, b.length);
  if (letters < 5) return 0;
  return letters < 9 ? 1 : 2;
}

/**
 * As `stepsAllowed`, and none where the first letters differ. Hands seldom miss the first letter, and other words differ
 * in it: `interest` is one step from Pinterest, `East Midlands` two from West Midlands.
 */
export function stepsFromSameStart(a: string, b: string): number {
  return a[0] === b[0] ? stepsAllowed(a, b) : 0;
}
