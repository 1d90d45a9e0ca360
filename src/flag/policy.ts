/**
 * What a force has settled for the grey zones that the national definition leaves open: text messages, voice calls and images
 * that never left a device. Whatever is not settled stays `review`. A policy changes those three answers and nothing else.
 */
import type { Outcome } from './decision.ts';

export type Policy = {
  /** Text messages over the telephone network, by the day the crime was recorded: the rules were reworded in spring 2024. */
  readonly smsBeforeApril2024: Outcome;
  readonly smsFromApril2024: Outcome;
  readonly voiceCall: Outcome;
  readonly deviceImage: Outcome;
};

export const nothingSettled: Policy = {
  smsBeforeApril2024: 'review',
  smsFromApril2024: 'review',
  voiceCall: 'review',
  deviceImage: 'review',
};
