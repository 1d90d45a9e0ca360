/** Numbers with what they count, as they stand in a bulletin. Never says more than the released number does. */
import type { ReleasedFigure } from '#tables/release.ts';
import { list } from '../wording/names.ts';
import { amountText, exactValue, isExactly, numberText } from '../wording/number-words.ts';
import type { Subject } from '../wording/subject.ts';

/** `97 sexual offences against children with the online flag`, `no …`, `1 sexual offence …`. */
export function subjectAmount(figure: ReleasedFigure, subject: Subject): string {
  if (figure.unit !== 'offences') return `${amountText(figure)} of ${subject.many}`;
  if (isExactly(figure.number, 0)) return `no ${subject.many}`;
  return `${numberText(figure.number)} ${isExactly(figure.number, 1) ? subject.one : subject.many}`;
}

/** Whether one number is certainly more than another, given both ranges; anything not published cannot be told. */
export function isMore(a: ReleasedFigure, b: ReleasedFigure): 'yes' | 'no' | 'cannot tell' {
  const [one, other] = [a.number.value, b.number.value];
  if (one.status !== 'published' || other.status !== 'published') return 'cannot tell';
  if (other.high !== null && one.low > other.high) return 'yes';
  return one.high !== null && one.high <= other.low ? 'no' : 'cannot tell';
}

/**
 * The ages published for an area, most victims first, as far as they are exact: `23 victims were aged 15, 16 aged 14 and
 * 15 aged 13`. Says that one was the commonest only among single years of age that are all published and differ.
 */
export function agesSentence(figures: readonly ReleasedFigure[], lead: string): string {
  const ages = figures
    .flatMap((figure) => {
      const value = exactValue(figure.number);
      return figure.breakdown?.dimension === 'age' && figure.unit === 'victims' && value !== null && value > 0
        ? [{ label: figure.breakdown.label, category: figure.breakdown.category, value, figure }]
        : [];
    })
    .filter(({ category }) => category !== 'unknown')
    .sort((a, b) => b.value - a.value)
    .slice(0, 3);
  const [first, ...rest] = ages;
  if (first === undefined) return '';
  const verb = first.value === 1 ? 'was' : 'were';
  const parts = [
    `${amountText(first.figure)} ${verb} ${first.label}`,
    ...rest.map(({ figure, label }) => `${numberText(figure.number)} ${label}`),
  ];
  return `${lead} ${list(parts)}.`;
}
