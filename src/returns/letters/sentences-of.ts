/** Cuts a text into sentences at the full stops that end one: not in `s.40`, `No. 5`, `71.17` or `Q1. Between`. */

export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[^\s.]{3}[.!?]|\)\.|\d\.)\s+(?=[\p{Lu}(*\d"“])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
