/** The heads of the sheets that `sample` writes and `accuracy` reads: one list for both, so that they cannot part. */
export const READ_HEADS: readonly string[] = [
  'Order',
  'Reference',
  'Row',
  'Offence code',
  'Offence',
  'Recorded on',
  'Narrative',
  'Your decision',
  'By whom',
  'Note',
];

export const KEY_HEADS: readonly string[] = ['Order', 'Reference', 'Stratum', 'Confidence'];

export const STRATA_HEADS: readonly string[] = [
  'Stratum',
  'Rules say',
  'Flag',
  'Offences',
  'Records',
  'To read',
];

export const ANSWERS: readonly string[] = ['flag', 'no flag', 'cannot tell'];
