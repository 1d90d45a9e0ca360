/**
 * The age of a victim as extracts write it: a number, a number with a word, a band. Bands keep both ends, because `16-18` may
 * be a child and may not. What says "not known" is unknown, and what cannot be read is said to be unread; neither is an adult.
 */
export type Age =
  | { readonly kind: 'known'; readonly low: number; readonly high: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unread' };

const UNKNOWN: Age = { kind: 'unknown' };
const UNREAD: Age = { kind: 'unread' };
const OLDEST = 120;
const SAYS_UNKNOWN =
  /^(?:|-+|n\/?a|n\/?k|u|unk|unknown|not (?:known|recorded|stated|given|provided|applicable)|null|none|blank|no age|\?+)$/i;

/** The ages the text allows. An age over 120, such as 999, is what systems write where they know none. */
export function ageOf(text: string): Age {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (SAYS_UNKNOWN.test(trimmed)) return UNKNOWN;
  const bare = trimmed
    .replace(/^(?:aged?|age group)[: ]*/i, '')
    .replace(/\s*(?:years?|yrs?|y\/?o)\.?(?: ?olds?)?\.?$/i, '')
    .replace(/\.0+$/, '')
    .trim();
  const one = /^(\d{1,3})$/.exec(bare);
  if (one !== null) return known(Number(one[1]), Number(one[1]));
  const band = /^(\d{1,3}) ?(?:-|–|to|and) ?(\d{1,3})$/i.exec(bare);
  if (band !== null) return known(Number(band[1]), Number(band[2]));
  const below = /^(?:under|<|below|less than) ?(\d{1,3})$/i.exec(bare);
  if (below !== null) return known(0, Number(below[1]) - 1);
  const above = /^(\d{1,3}) ?(?:\+|and over|or over|and above|plus)$/i.exec(bare);
  if (above !== null) return known(Number(above[1]), OLDEST);
  const over = /^(?:over|>) ?(\d{1,3})$/i.exec(bare);
  if (over !== null) return known(Number(over[1]) + 1, OLDEST);
  const months = /^(\d{1,2}) ?(?:months?|mths?|weeks?|wks?|days?)(?: old)?$/i.exec(trimmed);
  return months === null ? UNREAD : known(0, Math.floor(Number(months[1]) / 12));
}

function known(low: number, high: number): Age {
  if (low > high) return UNREAD;
  return low > OLDEST ? UNKNOWN : { kind: 'known', low, high: Math.min(high, OLDEST) };
}
