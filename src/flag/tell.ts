/**
 * What each rule says, in one sentence for an officer: the rules that read a mention, and those of the record as a whole that `decide`
 * applies when all mentions are read. A rule that is not told here is a defect of ours.
 */
import { rules } from './rules/all.ts';

export type RuleTold = { readonly id: string; readonly group: string; readonly says: string };

/** Rules of the record as a whole, by id. */
export const recordRules: readonly RuleTold[] = [
  {
    id: 'before-april-2015',
    group: 'A13',
    says: 'The record was made before 1 April 2015, when the flag began; it is never counted as missed.',
  },
  { id: 'conflict', group: 'A9', says: 'The sources contradict each other on how contact was made.' },
  {
    id: 'field-conflict',
    group: 'A9',
    says: 'The location type says online, and the text names no means online.',
  },
  {
    id: 'grey-camera',
    group: 'A3',
    says: 'A device took or showed images in person, and no network is told of.',
  },
  {
    id: 'grey-market',
    group: 'A12',
    says: 'The parties came together by a listing or a marketplace online.',
  },
  {
    id: 'grey-media',
    group: 'A4',
    says: 'Images are on prints or old media, and where they came from is not known.',
  },
  { id: 'grey-pay', group: 'A5', says: 'Only a payment was online.' },
  { id: 'grey-sms', group: 'A1', says: 'Only text messages over the telephone network were used.' },
  { id: 'grey-tracker', group: 'A8', says: 'A tracker or a shared location was used.' },
  {
    id: 'grey-unstated',
    group: 'A2',
    says: 'Messages, images or contact are told of, and the channel is not.',
  },
  {
    id: 'grey-vague',
    group: 'A2',
    says: 'Contact or sharing is told of in words that may be meant in person or online.',
  },
  { id: 'grey-voice', group: 'A11', says: 'A voice call was made, and whether by an app is not known.' },
  {
    id: 'means-of-commission',
    group: 'Y',
    says: 'The offence was committed, in full or in part, through this.',
  },
  { id: 'no-means', group: 'N1', says: 'No means online is told of, or each that is told of is set aside.' },
  {
    id: 'not-settled',
    group: 'A6',
    says: 'A means online is named, and its part in the offence is not clear.',
  },
  {
    id: 'several-suspects',
    group: 'A14',
    says: 'Several suspects or crimes stand on one record: split it first.',
  },
  {
    id: 'sparse',
    group: 'A10',
    says: 'The text says nothing of how; the offence code may hint at it and never decides.',
  },
  {
    id: 'weight-of-words',
    group: 'Y, N, A6',
    says: 'The words of the whole text speak for another answer than the means that stand or were set aside in it.',
  },
];

const told = new Map<string, RuleTold>(
  [...rules, ...recordRules].map(({ id, group, says }) => [id, { id, group, says }]),
);

export function tellRule(id: string): RuleTold {
  const found = told.get(id);
  if (found === undefined) throw new Error(`the rule "${id}" is not told`);
  return found;
}
