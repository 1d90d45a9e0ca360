/** Letters that answer nothing and hold numbers: what a search found, hours, money, examples, an earlier answer's reference. */
import type { Chance } from './chance.ts';
import { line, type Piece } from './page.ts';

const SENTENCES: readonly ((n: number) => string)[] = [
  (n) => `A search of our systems found ${n * 31} records, each of which would have to be read.`,
  (n) => `At ${n} minutes for each record this would take more than ${n * 20} hours.`,
  (n) => `There are ${n * 107} crimes that would need to be opened and read, at a cost of £${n * 425}.`,
  () => 'The appropriate limit is 18 hours at £25 an hour, which is £450.',
  (n) => `If, for example, ${n} offences had been recorded, ${n + 3} files would be opened.`,
  (n) => `Your request was received on ${Math.min(28, n)} May 2025 and given the number ${n * 4093}.`,
  () => 'You may ask us to look at this again within 40 working days.',
  (n) => `We suggest that you ask about one year, or about no more than ${n} offences.`,
  (n) => `We looked at a sample of ${n * 5} records and ${n} could be answered.`,
  () => 'The information is not held in a way that lets us search it, and the flag is free text.',
];

export function refusal(by: Chance): readonly Piece[] {
  const section = by.pick(['12(1)', '12', '40(2)', '31(1)(a)']);
  return [
    line(`Our reference FOI ${by.int(1000, 9999)}/25`),
    ...by
      .shuffled(SENTENCES)
      .slice(0, by.int(2, 5))
      .map((make) => line(make(by.int(4, 19)))),
    line(
      `Your request is therefore refused under section ${section} of the Freedom of Information Act 2000.`,
    ),
  ];
}
