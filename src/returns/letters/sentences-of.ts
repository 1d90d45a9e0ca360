/** Cuts a text into sentences at the full stops that end one: not in `s.40`, `No. 5`, `71.17` or `Q1. Between`. */

export function sentencesOf(text: string): readonly string[] {
  const pieces = text
    .split(/(?<=[^\s.]{3}[.!?]|\)\.|\d\.|\*\.)\s+(?=[\p{Lu}(*\d"“])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
  // "… were recorded. 2. The ages …": the figure numbers the sentence behind it.
  return pieces.flatMap((piece, at) => {
    const before = pieces[at - 1] ?? '';
    if (NUMBER.test(piece)) return at === pieces.length - 1 ? [piece] : [];
    return [NUMBER.test(before) ? `${before} ${piece}` : piece];
  });
}

const NUMBER = /^\(?\d{1,2}[.)]$/u;
