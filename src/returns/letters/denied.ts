/**
 * A sentence that says of the numbers before it that they are not what was asked: "These are not online offences and
 * should not be read as such." What it speaks of is no answer.
 */
const SPEAKS_BACK =
  /^\s*(?:(?:please\s+)?note\s+that\s+|however,?\s+)?(?:these|those|they|this|that|it|neither|none\s+of\s+(?:these|those|them)|(?:the|our)\s+(?:above\s+)?(?:figures?|numbers?|totals?|counts?)(?:\s+above)?)\b/iu;
const NOT_ASKED =
  /\b(?:not|never|cannot|neither|none|n['’]t)\b(?!\s+(?:be\s+)?(?:includ|count|cover|contain|add))[^.;]*\b(?:on-?line|flag\w*|cyber\w*|internet|(?:you|were|was)\s+asked|your\s+(?:request|question)|an?\s+answers?|answers?\s+(?:to\s+)?your)\b/iu;

export function deniesBefore(sentence: string): boolean {
  return SPEAKS_BACK.test(sentence) && NOT_ASKED.test(sentence);
}
