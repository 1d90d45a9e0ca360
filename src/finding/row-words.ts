/**
 * The sentences about rows of an extract that were set aside, for the person in the force who made it. They tell the row and what is
 * the matter with it; what stands in the row is narrative, and is never told.
 */
import type { Facts } from './finding.ts';
import { telling, told } from './told.ts';

const ASIDE = 'The row was set aside and is in no count; the rows behind it were read.';

export const rowWordings = {
  'age-unread': (facts: Facts): string =>
    `in ${told(facts, 'records') ?? 'some'} records the age of the victim could not be read. Write it as a number, or leave it ` +
    'blank where it is not known. Until then the age counts as not known, which does not take a record out of scope.',

  'row-broken': (facts: Facts): string => {
    const reason = broken[told(facts, 'reason') ?? ''];
    const counts = telling(
      facts,
      ['found'],
      (found) => ` (${found}${telling(facts, ['expected'], (expected) => ` where ${expected} belong`, '')})`,
      '',
    );
    return `${reason?.found ?? 'the row could not be read'}${counts}. ${reason?.send ?? 'Export the row once more.'} ${ASIDE}`;
  },

  'row-repeated': (): string =>
    'the reference of this record stands in an earlier row too. Give one row to each crime, with its youngest victim. ' +
    'The earlier row was counted; this one was set aside and is in no count.',

  'row-too-long': (): string =>
    'the narrative is longer than that of any one record. Look whether rows ran together or a file was pasted in, and read the record ' +
    `by hand. ${ASIDE}`,

  'row-undated': (): string =>
    'the date of recording is missing or is no day as written in this country. Mend the date: what counted depends on it. ' +
    ASIDE,

  'row-unnamed': (): string =>
    `the record has no reference, so nobody could find it again. Add the reference. ${ASIDE}`,
};

const broken: Readonly<Record<string, { readonly found: string; readonly send: string }>> = {
  cells: {
    found: 'the row has more or fewer cells than the row of names',
    send: 'Look for a delimiter or a line end inside a text that stands without quotation marks.',
  },
  quotes: {
    found: 'a quotation mark is opened and not closed, or stands inside a text without being doubled',
    send: 'Export the row once more with quotation marks doubled.',
  },
  cut: { found: 'the file ends in the middle of the row', send: 'Export the file once more, to its end.' },
  bytes: {
    found: 'the row holds bytes that are no letters in the encoding of the file',
    send: 'Export the file in UTF-8.',
  },
  json: { found: 'the line is not one JSON object', send: 'Write one record per line.' },
};
