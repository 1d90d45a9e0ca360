/** Sentences with numbers that letters hold beside their answers, none of which is an answer. */
import type { Chance } from './chance.ts';
import { type Line, line } from './page.ts';

const DECOYS: readonly ((n: number) => string)[] = [
  (n) => `It took ${n} hours to collect this information.`,
  (n) => `${n} members of staff spent ${n + 1} hours on this request.`,
  () => '3 offences had 2 victims.',
  () => 'One crime is recorded for each victim.',
  (n) => `In ${n} crimes the age of the victim was corrected later.`,
  (n) => `${n} records were removed because they stood twice.`,
  (n) => `A further ${n} crimes were cancelled after the figures were taken.`,
  (n) => `Of these, ${n} led to a charge.`,
  (n) => `${n} more were recorded in the month after the period.`,
  (n) => `The flag was checked by hand for ${n} of every 100 crimes.`,
  () => 'An offence may have more than 1 victim and more than 1 platform.',
  (n) => `We received ${n} similar requests last year.`,
  (n) => `The force has ${n * 97} officers and serves 2 counties.`,
  () => 'The flag was introduced in April 2015.',
  (n) => `Please quote reference ${n * 1013} in any reply.`,
  (n) => `Telephone 101 ext. ${n * 311}.`,
  () => 'You may ask for a review within 40 working days.',
  (n) => `An audit of ${n} crimes in January found 96% correct.`,
  (n) => `The age was estimated for ${n} victims.`,
  (n) => `${n} suspects were identified.`,
  () => 'One victim is counted 2 times.',
  (n) => `Nationally, ${n * 1000} offences were recorded.`,
  (n) => `This is an increase of ${n} on the year before.`,
  (n) => `The average age of the victims was ${Math.min(17, n)}.`,
  (n) => `To read all ${n * 57} reports at 10 minutes each would take ${n * 9} hours.`,
  () => 'Each row is one crime with one victim.',
  () => 'Two of the files that we sent you in May are replaced by this one.',
  (n) => `${n} crimes await a decision and may be reclassified.`,
];

export function decoys(by: Chance): readonly Line[] {
  const many = by.maybe(0.5) ? 0 : by.int(1, 3);
  return by
    .shuffled(DECOYS)
    .slice(0, many)
    .map((make) => line(make(by.int(2, 19))));
}
