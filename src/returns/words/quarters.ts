/** Quarters of a year, told from the numbers of questions: "Q1 2024/25" is one, "Q1: 2024/25 - 10" answers the first question. */

/** `Q1`, `Quarter 2 2024/25`: a whole label that names a quarter. With more words behind it, `Q1` numbers a question. */
export function isQuarterLabel(text: string): boolean {
  return /^\s*(?:q|qtr|quarter)\s*[1-4]\s*(?:(?:of\s+|,|-|\()?\s*(?:fy\s*)?\d{4}\s*[/–-]\s*\d{2,4}\)?)?\s*$/iu.test(
    text,
  );
}

const DATED =
  /^\s*(?:q|qtr|quarters?)\s*[1-4]\s*(?:(?:-|–|to)\s*(?:q|qtr|quarter)?\s*[1-4]\s*)?(?:of\s+|,|-|–|\()?\s*(?:fy\s*)?(?:19|20)\d{2}(?:\s*[/–-]\s*\d{2}|\b)/iu;

/** "Q1 2024/25 - 10", "Q1 to Q3 2024/25": a quarter with its year, which numbers no question. "Q1: 2024/25 - 10" does. */
export function beginsWithQuarter(text: string): boolean {
  return DATED.test(text);
}
