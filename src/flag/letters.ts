/**
 * Which characters are letters of a word, and what stands between two words. Small letters, full-width forms and accents make no difference,
 * and an offset into the small text is the same offset into the text.
 */

/** What stands between a word and the one before it. */
export const SPACE = 0;
/** A hyphen, slash, dot or underscore without space: `insta-gram`, `ask.fm`. */
export const JOINED = 1;
/** Comma, colon, bracket, dash: ends a clause. */
export const PAUSE = 2;
/** Ends what is said of one thing and begins what is said of it: "Mum: …". */
export const COLON = 3;
export const STOP = 4;

/** Small letters, one for one: where a letter has two small ones the offsets into the text would shift. */
export function lowered(text: string): string {
  const low = text.toLowerCase();
  if (low.length === text.length) return low;
  return Array.from({ length: text.length }, (_, at) => {
    const small = text.charAt(at).toLowerCase();
    return small.length === 1 ? small : text.charAt(at);
  }).join('');
}

/** The small letters of a text as numbers, with a zero behind the last: far quicker to walk than the string, and used again. */
export class Letters {
  codes: Uint16Array = new Uint16Array(2_048);
  #bytes = Buffer.from(this.codes.buffer);

  /** Fills `codes` and returns the small text. */
  read(text: string): string {
    const low = lowered(text);
    if (low.length >= this.codes.length) {
      this.codes = new Uint16Array(2 * low.length);
      this.#bytes = Buffer.from(this.codes.buffer as ArrayBuffer);
    }
    this.#bytes.write(low, 'utf16le');
    this.codes[low.length] = 0;
    return low;
  }
}

/** By letter, 1 for the small letters and digits of ASCII: what nearly every word is made of. */
export const PLAIN = new Uint8Array(1 << 16);
for (let code = 0; code < 128; code += 1) PLAIN[code] = isLetterOrDigit(code) ? 1 : 0;

export function isLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}

/** Letters of any script, digits, and the signs that stand for letters when letters are round them. */
export function isWordCode(code: number, codes: Uint16Array, at: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return true;
  if (code < 128) {
    if (code !== 64 && code !== 36) return false;
    return at > 0 && isLetterOrDigit(codes[at - 1] as number) && isLetterOrDigit(codes[at + 1] as number);
  }
  return code === 0xff00 || isOtherLetter(code);
}

function isOtherLetter(code: number): boolean {
  // Latin with accents, Greek, Cyrillic, full-width forms; dashes, quotes and spaces of the general punctuation are none.
  return (
    (code >= 0xc0 && code <= 0x2af && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x1fff) ||
    code >= 0x2c00
  );
}

/** Apostrophes and marks without width stand inside a word and are no letters of it. */
export function isInside(code: number): boolean {
  return (
    code === 39 ||
    code === 0x2019 ||
    code === 0x2018 ||
    code === 96 ||
    (code >= 0x200b && code <= 0x200d) ||
    code === 0xad
  );
}

export function cleaned(raw: string): string {
  const bare = raw.replace(/['`\u2018\u2019\u200b-\u200d\u00ad]/g, '');
  return /[^a-z0-9@$]/.test(bare) ? bare.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase() : bare;
}

export function widest(gap: number, code: number, codes: Uint16Array, at: number): number {
  if (gap === STOP) return STOP;
  switch (code) {
    case 46: // full stop: inside `ask.fm` it joins
      return isLetterOrDigit(codes[at + 1] as number) && !isCapitalAfter(codes, at)
        ? Math.max(gap, JOINED)
        : STOP;
    case 33:
    case 63:
    case 59:
    case 10:
    case 13:
    case 0x2022:
      return STOP;
    case 58:
      return Math.max(gap, COLON);
    case 44:
    case 40:
    case 41:
    case 91:
    case 93:
    case 0x2013:
    case 0x2014:
      return Math.max(gap, PAUSE);
    case 45:
    case 47:
    case 95:
      return at > 0 && isLetterOrDigit(codes[at + 1] as number) && isLetterOrDigit(codes[at - 1] as number)
        ? Math.max(gap, JOINED)
        : code === 47
          ? gap
          : Math.max(gap, PAUSE);
    default:
      return gap;
  }
}

/** The text is in small letters by now, so a missing space after a stop shows only in its length: two letters or fewer join. */
function isCapitalAfter(codes: Uint16Array, at: number): boolean {
  let letters = 0;
  while (letters < 5 && isLetterOrDigit(codes[at + 1 + letters] as number)) letters += 1;
  return letters >= 4;
}
