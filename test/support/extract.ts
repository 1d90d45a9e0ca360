/**
 * Makes extracts of crime records for tests and benches: neutral administrative text, the same for the same seed. A record may hold
 * a term that a rule reads; a row may be broken in a named way, and the maker tells which.
 */
export type Maker = {
  readonly seed: number;
  /** Share of records that hold a term. */
  readonly termShare?: number;
  /** Letters of a narrative, about. */
  readonly letters?: number;
};

export type MadeRecord = {
  readonly reference: string;
  readonly code: string;
  readonly title: string;
  readonly day: string;
  readonly age: string;
  readonly location: string;
  readonly station: string;
  readonly flags: string;
  readonly narrative: string;
  readonly hasTerm: boolean;
};

export const headings = [
  'Crime Reference',
  'HO Code',
  'Offence Title',
  'Date Recorded',
  'Victim Age',
  'Location Type',
  'Station',
  'Flags',
  'MO',
] as const;

const OFFENCES = [
  ['22B/', 'Sexual activity involving child under 16', '22B'],
  ['', 'Sexual assault on a female child under 13', '20B'],
  ['', 'Sexual activity involving a child under 13', '21'],
  ['', 'Sexual assault on a male aged 13 and over', '17A'],
] as const;
const PLACES = ['Dwelling', 'School', 'Public open space', 'Vehicle', 'Leisure facility'];
const STATIONS = ['Northgate', 'Southmoor', 'Eastfield', 'Weston', 'Central'];
const FLAGS = ['', '', '', 'CSA', 'ONLINE', 'CSA; ONLINE'];
const SENTENCES = [
  'Report taken from parent at front counter.',
  'Victim seen with appropriate adult and first version taken down.',
  'Suspect is known to the family and lives in the same street.',
  'Enquiries to be made with neighbours and with staff of the club.',
  'Statement obtained and exhibits booked into store.',
  'Referral made to the local authority and strategy discussion held.',
  'Suspect to be interviewed once the legal adviser is available.',
  'The matter took place at the address on two dates in the month.',
  'Victim support offered and accepted by the family.',
  'Officer in the case to review in fourteen days with supervisor.',
  'House to house completed and nothing further to add.',
  'Suspect left before officers arrived and was later located.',
];
const TERMS = [
  'Suspect contacted victim on Snapchat over three weeks.',
  'Messages sent to victim through Instagram before the event.',
  'Victim and suspect spoke on WhatsApp on most days.',
  'Contact began in an online game and went on by Discord.',
  'Suspect asked victim for images over Facebook Messenger.',
];

/** A small generator of numbers from 0 to 1: the same from the same seed, on any machine. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function recordMaker({ seed, termShare = 0.1, letters = 330 }: Maker): (n: number) => MadeRecord {
  const random = numbersFrom(seed);
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return (n) => {
    const [, title, code] = one(OFFENCES);
    const hasTerm = random() < termShare;
    const said: string[] = [];
    let length = 0;
    while (length < letters) {
      const sentence = one(SENTENCES);
      said.push(sentence);
      length += sentence.length + 1;
    }
    if (hasTerm) said[Math.floor(random() * said.length)] = one(TERMS);
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 366)));
    const iso = day.toISOString().slice(0, 10);
    return {
      reference: `42/${String(n).padStart(7, '0')}/24`,
      code,
      title,
      day: `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`,
      age: String(4 + Math.floor(random() * 14)),
      location: one(PLACES),
      station: one(STATIONS),
      flags: one(FLAGS),
      narrative: said.join(' '),
      hasTerm,
    };
  };
}

export function cellsOfRecord(record: MadeRecord): readonly string[] {
  const { reference, code, title, day, age, location, station, flags, narrative } = record;
  return [reference, code, title, day, age, location, station, flags, narrative];
}

export function csvRow(cells: readonly string[], delimiter = ','): string {
  return `${cells.map((cell) => (/[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`;
}

/** Ways to break a row, by the fault that must be told. */
export const breaks = {
  cells: (cells: readonly string[]) => csvRow(cells.slice(0, 4)),
  quotes: (cells: readonly string[]) => csvRow(cells).replace(/"?([^",]+)"?\r\n$/, '"$1\r\n'),
  reference: (cells: readonly string[]) => csvRow(['', ...cells.slice(1)]),
  date: (cells: readonly string[]) => csvRow([...cells.slice(0, 3), '31/02/2024', ...cells.slice(4)]),
} as const;
