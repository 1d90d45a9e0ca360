/**
 * What each room of `src/` may import from others; house rule and map at once. Rooms are things in the work, not layers.
 * A room arrives with its work: see docs/decisions/0006-rooms-arrive-with-their-work.md.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  count: [],
  period: [],
  finding: [],
  register: ['period', 'finding'],
  record: ['register', 'period', 'finding'],
  flag: ['record', 'register', 'period', 'finding'],
  audit: ['flag', 'record', 'register', 'count', 'period', 'finding'],
  collection: ['register', 'period', 'finding'],
  returns: ['collection', 'register', 'count', 'period', 'finding'],
  figures: ['collection', 'register', 'count', 'period', 'finding'],
  disclosure: ['count', 'finding'],
  tables: ['figures', 'disclosure', 'register', 'period'],
  publish: ['disclosure', 'tables', 'period', 'finding'],
  releases: ['publish', 'finding'],
  workbook: ['returns'],
  csvw: [],
  work: [
    'audit',
    'flag',
    'record',
    'releases',
    'workbook',
    'publish',
    'tables',
    'disclosure',
    'figures',
    'returns',
    'collection',
    'register',
    'count',
    'period',
    'finding',
  ],
  web: ['work', 'releases', 'period', 'tables', 'publish', 'collection', 'register'],
  cli: ['work'],
};

/** Imports that the table does not allow and that stand all the same: `from file`, what it may import, and why. */
export const exceptions: readonly { readonly file: RegExp; readonly room: string; readonly why: string }[] = [
  {
    file: /^src\/(web|cli)\//,
    room: 'finding',
    why: 'The edge catches a refusal and says a finding in words.',
  },
  {
    file: /^src\/tables\/release\.ts$/,
    room: 'finding',
    why: 'The findings that travel with a release keep their type.',
  },
];
