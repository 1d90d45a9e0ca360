/**
 * "All" beside "Flagged", "Not flagged" beside "Flagged": columns or rows that part the offences by the flag. Where the
 * flag was asked about, only what is flagged answers; where it was not, only what counts all does. A label of this kind
 * with nothing of the other kind beside it is left as it is: then it tells what the whole table counts.
 */
import { bare, type Label } from '../words/label.ts';
import type { Said } from './axis.ts';
import type { LabelLine } from './label-line.ts';

const FLAG =
  /\b(?:flag(?:ged|s)?|cyber(?:[\s-]?(?:crime|enabled|flag(?:ged)?))?|on-?\s?line|internet(?:[\s-]?(?:related|enabled))?|marker|keyword)\b/iu;
const WITHOUT =
  /\b(?:un-?flagged|off-?\s?line)\b|\b(?:not|non|no|without(?:\s+(?:an?|the))?)[\s-]+(?:[\w-]+\s+)?(?:flag(?:ged)?|cyber\w*|on-?\s?line|internet|marker|keyword)\b|\bflag\w*\s*[:=(]?\s*(?:n|no)\b|\bwhether\s+(?:flagged\s+)?or\s+not\b|\b(?:regardless|irrespective)\s+of\b|\bflagged\s+(?:or|and)\s+(?:not|un-?flagged)\b/iu;

type Scope = 'flagged' | 'not flagged' | 'all' | null;

export function withoutOtherScope(
  line: LabelLine,
  label: (text: string) => Label,
  asksFlag: boolean,
): LabelLine {
  const told = line.cells.map((cell, at) => scopeOf(cell?.text ?? '', line.said[at] ?? {}, label));
  const unitOf = (at: number) => label(line.cells[at]?.text ?? '').unit;
  const counted = new Set(told.flatMap((scope, at) => (scope === 'flagged' ? [unitOf(at)] : [])));
  // "Total victims" below "Offences with the flag" is the total of the victims.
  const scopes = told.map((scope, at) => {
    const unit = unitOf(at);
    return scope === 'all' && unit !== null && !counted.has(unit) && !counted.has(null) ? null : scope;
  });
  if (!scopes.includes('flagged') || !scopes.some((one) => one === 'all' || one === 'not flagged'))
    return line;
  // Without "All" beside them, the two kinds together are what was asked; neither alone is.
  const said = line.said.map((one, at): Said => {
    const scope = scopes[at] ?? null;
    if (scope === null) return one;
    return (asksFlag ? scope === 'flagged' : scope === 'all') ? withoutTotal(one, scope) : { aside: true };
  });
  return { ...line, said };
}

/** "Flagged" among offences is not a title of one, and "All" is no total of the columns beside it. */
function withoutTotal(
  { total: _total, unread: _unread, offence: _offence, aside: _aside, ...said }: Said,
  scope: Scope,
): Said {
  return scope === 'all' ? { ...said } : said;
}

/** Null for a label that says more than which offences are counted, or when. */
function scopeOf(text: string, said: Said, label: (text: string) => Label): Scope {
  if (text.trim() === '') return null;
  const isMore =
    said.age !== undefined ||
    said.sex !== undefined ||
    said.platform !== undefined ||
    (said.offence !== undefined && said.offence.code !== null) ||
    said.unread !== undefined;
  if (WITHOUT.test(text)) return bare(text.replace(WITHOUT, ' ')) === '' ? 'not flagged' : null;
  if (FLAG.test(text)) return bare(text.replace(FLAG, ' ')) === '' && !label(text).isRate ? 'flagged' : null;
  if (isMore || said.aside === true || said.offence !== undefined) return null;
  return said.total === 'total' || /^\s*all\b/iu.test(text) ? 'all' : null;
}
