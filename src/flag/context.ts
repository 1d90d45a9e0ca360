/**
 * Whether an ordinary word is meant as a means: "Signal" the app or a signal box, "line" the app or a washing line. Read as a means
 * only where the words round it say so; a name of old is no means before it began.
 */
import { bitOf } from './concepts.ts';
import { PAUSE } from './letters.ts';
import type { Means } from './means.ts';
import type { Reading } from './reading.ts';
import type { Scan } from './scan.ts';

const PLATFORM_HEAD = bitOf('platform head');
const PLACE_HEAD = bitOf('place head');
const BY = bitOf('by');
const AND = bitOf('and');
const MOVED = new Set(
  'install installed installing download downloaded join joined use used uses using called named moved move switch switched swap swapped added open opened delete deleted hacked has had have got'.split(
    ' ',
  ),
);
const OWN = new Set('his her their my vics susps victims suspects own another new fake second a'.split(' '));

export function isMeant(reading: Reading, at: number, to: number, means: Means): boolean {
  const { scan } = reading;
  if (isNickname(scan, at)) return false;
  if (means.from !== null && means.from > 1990 && isBefore(scan, means.from)) return false;
  if (!means.needsContext) return !isPlainArticle(scan, at, means);
  const { isCapitals } = reading;
  const before = scan.word(at - 1);
  const isFirst = at === 0 || (scan.gaps[at] as number) >= PAUSE;
  const isLast = to >= scan.count || (scan.gaps[to] as number) >= PAUSE;
  if (!isLast && scan.has(to, PLACE_HEAD) && !scan.has(to, PLATFORM_HEAD)) return false;
  if (!isLast && scan.has(to, PLATFORM_HEAD)) return !isFirst || !isCapitals || means.term.length > 3;
  for (let i = to; i < Math.min(scan.count, to + 3); i += 1) if (/^apps?$/.test(scan.word(i))) return true;
  if (isFirst && isLast) return false;
  if (!isFirst && isNamed(scan, at - 1)) return true;
  const isEnded = isLast || endsHere(scan, to);
  if (!isFirst && (scan.has(at - 1, BY) || (THROUGH.has(before) && means.term !== 'line')) && isEnded)
    return true;
  // "hoop then snap", "snap to telegram": two names that follow each other, each an ordinary word alone.
  if (!isLast && ONWARDS.has(scan.word(to)) && to + 1 < scan.count && isName(scan, to + 1)) return true;
  if (at > 1 && ONWARDS.has(before) && isName(scan, at - 2)) return true;
  if (!isFirst && (means.term === 'snap' || means.term === 'discord') && OWN.has(before)) return true;
  if (means.term === 'discord' && isOnOne(scan, at)) return true;
  if (!isFirst && /^snaps?$/.test(means.term) && isSent(scan, at)) return true;
  if (!isFirst && scan.has(at - 1, AND) && at > 1 && isNamed(scan, at - 2)) return true;
  if (!isLast && (isNamed(scan, to) || (scan.has(to, AND) && to + 1 < scan.count && isNamed(scan, to + 1)))) {
    return !isFirst && (scan.has(at - 1, BY) || isCapitalised(scan, at, isCapitals));
  }
  if (!isFirst && MOVED.has(before) && isEnded)
    return isCapitals || isCapitalised(scan, at, false) || before !== 'a';
  if (!isFirst && (before === 'to' || before === 'onto' || before === 'into') && MOVED.has(scan.word(at - 2)))
    return true;
  return (
    !isFirst && isEnded && isCapitalised(scan, at, isCapitals) && !isCapitalised(scan, at - 1, isCapitals)
  );
}

/** Words through which something goes, where a longer phrase holds them too ("put on", "told over"). */
const THROUGH = new Set('on over via through thru using off from onto'.split(' '));
const ONWARDS = new Set('then to and onto into'.split(' '));

/** A name of a service, if an ordinary word too. */
function isName(scan: Scan, at: number): boolean {
  const found = scan.means[at];
  return found != null && (found.kind === 'service' || found.kind === 'game') && found.term.length > 1;
}

const CALLED = /^(?:app|apps|site|website|game|platform|group|server|channel|something|one|chat|room)$/;

/** "on a bird discord": something goes through one of many; a discord that is a quarrel is one that somebody is in. */
function isOnOne(scan: Scan, at: number): boolean {
  for (let i = at - 2; i >= Math.max(0, at - 4); i -= 1)
    if (THROUGH.has(scan.word(i)) && /^(?:a|an|the|some|this|that)$/.test(scan.word(i + 1))) return true;
  return false;
}

/** "sent victim snaps". */
function isSent(scan: Scan, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    if (/^(?:sent|send|sends|sending|swapped|exchanged|received|recd|exchanging)$/.test(scan.word(i)))
      return true;
  }
  return false;
}

/** "known as Tinder": what somebody is called. */
function isNickname(scan: Scan, at: number): boolean {
  if (scan.word(at - 1) === 'called' && !CALLED.test(scan.word(at - 2))) return true;
  return scan.word(at - 1) === 'as' && /^(?:known|everyone|all|nicknamed)$/.test(scan.word(at - 2));
}

/** "a telegram", "the telegram": a thing and not the service. */
function isPlainArticle(scan: Scan, at: number, means: Means): boolean {
  return (
    means.term === 'telegram' && /^(?:a|the)$/.test(scan.word(at - 1)) && !scan.has(at + 1, PLATFORM_HEAD)
  );
}

function isNamed(scan: Scan, at: number): boolean {
  for (let i = at; i >= Math.max(0, at - 2); i -= 1) {
    if ((scan.next[i] as number) === 0) continue;
    const found = scan.means[i];
    return found != null && !found.needsContext && (found.kind === 'service' || found.kind === 'game');
  }
  return false;
}

/** The phrase is over: what follows is no noun that it could belong to. */
function endsHere(scan: Scan, to: number): boolean {
  return (
    (scan.bits0[to] as number) !== 0 ||
    (scan.bits1[to] as number) !== 0 ||
    /^\d/.test(scan.word(to)) ||
    FUNCTION.has(scan.word(to))
  );
}

export const FUNCTION = new Set(
  'a an the has have had was were is are be been will would in at for to with from about as and or but re regarding since until during he she they it him her was were has had is are which who where when that this approx then under saying asking claiming every each all most over not'.split(
    ' ',
  ),
);

function isCapitalised(scan: Scan, at: number, isCapitals: boolean): boolean {
  if (isCapitals || at < 0) return false;
  const code = scan.text.charCodeAt(scan.starts[at] as number);
  const next = scan.text.charCodeAt((scan.starts[at] as number) + 1);
  return code >= 65 && code <= 90 && next >= 97 && next <= 122;
}

/** Every year the text tells of lies before the means began. */
function isBefore(scan: Scan, year: number): boolean {
  return scan.years.length > 0 && scan.years.every((one) => one < year - 3);
}
