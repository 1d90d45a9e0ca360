/**
 * A change between two counts in words, with its base. Says "more" or "fewer" only where chance alone hardly explains the
 * difference, and never "rise" or "fall": what changes here is what was recorded.
 */
import { ratioSide } from '#tables/change-interval.ts';
import { thousands } from './number-words.ts';

/** `+229.6 per cent`, `−18.2 per cent`, `no change`; null where the base is none, of which there is no share. */
export function percentText(before: number, after: number): string | null {
  if (before === 0) return null;
  const percent = (100 * (after - before)) / before;
  const text = thousands(Math.abs(percent), 1);
  if (text === '0.0') return 'no change';
  return `${percent < 0 ? '−' : '+'}${text} per cent`;
}

/** What the two counts bear: `more`, `fewer`, or that chance alone could make the difference. */
export function directionText(
  before: number,
  after: number,
): 'more' | 'fewer' | 'not told apart from chance' {
  const side = ratioSide(after, before);
  if (side === null) return 'not told apart from chance';
  return side === 'above' ? 'more' : 'fewer';
}
