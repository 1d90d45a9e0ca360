/** Numbers with what they count, as they stand in a bulletin. Never says more than the released number does. */
import type { ReleasedFigure } from '#tables/release.ts';
import { amountText, exactValue, isExactly, numberText } from '../wording/number-words.ts';
import type { Subject } from '../wording/subject.ts';

/** `97 sexual offences against children with the online flag`, `no …`, `1 sexual offence …`. */
export function subjectAmount(figure: ReleasedFigure, subject: Subject): string {
  if (figure.unit !== 'offences') return `${amountText(figure)} of ${subject.many}`;
  if (isExactly(figure.number, 0)) return `no ${subject.many}`;
  return `${numberText(figure.number)} ${isExactly(figure.number, 1) ? subject.one : subject.many}`;
}

/**
 * What the forces with a known figure add up to, where not all of them have one: a number of those forces and not of the
 * area, which must never stand as if it were.
 */
export function isSumOfSome({ method, coverage }: ReleasedFigure): boolean {
  return method === 'sum' && coverage.included < coverage.asked;
}

/** Whether one number is certainly more than another, given both ranges; anything not published cannot be told. */
export function isMore(a: ReleasedFigure, b: ReleasedFigure): 'yes' | 'no' | 'cannot tell' {
  const [one, other] = [a.number.value, b.number.value];
  if (one.status !== 'published' || other.status !== 'published') return 'cannot tell';
  if (other.high !== null && one.low > other.high) return 'yes';
  return one.high !== null && one.high <= other.low ? 'no' : 'cannot tell';
}

/**
 * The ages published for an area, most victims first, as far as they are exact: `23 were aged 15; 16 were aged 14;
 * 15 were aged 13`, kept apart by more than a comma, since ages and numbers of victims look alike. Never says that an age was the commonest: the ages not published may have had more. What only some
 * forces of an area add up to is left out.
 */
export function agesSentence(figures: readonly ReleasedFigure[], lead: string): string {
  const [first, ...rest] = figures
    .flatMap((figure) => {
      const value = exactValue(figure.number);
      const { breakdown, unit, method } = figure;
      const isAge = breakdown?.dimension === 'age' && breakdown.category !== 'unknown' && unit === 'victims';
      return isAge && method !== 'sum' && value ? [{ label: breakdown.label, value, figure }] : [];
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, 3);
  if (first === undefined) return '';
  const parts = [first, ...rest].map(
    ({ figure, value, label }) => `${numberText(figure.number)} ${value === 1 ? 'was' : 'were'} ${label}`,
  );
  return `${lead} ${parts.length === 2 ? parts.join(', and ') : parts.join('; ')}.`;
}
