/**
 * Categories with the words that forces use for them. Each is written in one way throughout a return; what it means is
 * stated here by hand, and not looked up in what the reader itself uses.
 */
import type { Chance } from './chance.ts';

export type Category = { readonly id: string; readonly label: string };

type Band = readonly [low: number, high: number | null];

const BANDS: readonly (readonly Band[])[] = [
  [[0, 11], [12, 15], [16, 17]],
  [[0, 9], [10, 12], [13, 15], [16, 17]],
  [[0, 5], [6, 10], [11, 13], [14, 15], [16, 17]],
  [[0, 10], [11, 11], [12, 12], [13, 13], [14, 14], [15, 15], [16, 16], [17, 17]],
  [[10, 10], [11, 11], [12, 12], [13, 13], [14, 14], [15, 15]],
  [[0, 12], [13, 15], [16, null]],
  [[0, 4], [5, 9], [10, 15], [16, 17]],
]; // biome-ignore format: one line a set of bands reads as the table it is

const UNKNOWN = ['Not recorded', 'Unknown', 'Not known', 'Not stated', 'Not specified'];

export function ages(by: Chance): readonly Category[] {
  const bands = by.pick(BANDS);
  const style = by.int(0, 5);
  const years = by.pick(['', '', '', ' years', ' yrs']);
  const aged = by.pick(['', '', '', 'Aged ', 'Age ']);
  const first = by.int(0, 4);
  const write = ([low, high]: Band): string => {
    if (high === null)
      return [`${low} and over`, `${low}+`, `Over ${low - 1}`, `${low} or over`][style % 4] ?? '';
    if (low === 0 && first > 0)
      return [`${high} and under`, `Under ${high + 1}`, `U${high + 1}`, `0-${high}`][first % 4] ?? '';
    if (low === high) return style === 5 ? `${aged || 'Age '}${low}` : `${aged}${low}${years}`;
    if (high === low + 1 && low > 9 && style === 4) return `${aged}${low}/${high}${years}`;
    const dash = ['-', ' - ', ' to ', '–', '-', ' to '][style] ?? '-';
    return `${aged}${low}${dash}${high}${years}`;
  };
  const made = bands.map((band): Category => {
    const [low, high] = band;
    const label = write(band);
    const id = high === null ? `${low}+` : low === high ? `${low}` : `${low}-${high}`;
    // "Over 15" begins at 16, as the band does.
    return { id, label };
  });
  return by.maybe(0.5) ? [...made, { id: 'unknown', label: by.pick(UNKNOWN) }] : made;
}

export function sexes(by: Chance): readonly Category[] {
  const [female, male] = by.pick([
    ['Female', 'Male'],
    ['Females', 'Males'],
    ['F', 'M'],
    ['Girls', 'Boys'],
    ['FEMALE', 'MALE'],
    ['Female victims', 'Male victims'],
  ] as const);
  const both = [
    { id: 'female', label: female },
    { id: 'male', label: male },
  ];
  const ordered = by.maybe(0.3) ? both.reverse() : both;
  return by.maybe(0.5) ? [...ordered, { id: 'unknown', label: by.pick(UNKNOWN) }] : ordered;
}

const PLATFORMS: readonly (readonly [string, readonly string[]])[] = [
  ['snapchat', ['Snapchat', 'SnapChat', 'SNAPCHAT', 'Snap Chat']],
  ['instagram', ['Instagram', 'Insta', 'instagram', 'Instagram (Meta)']],
  ['whatsapp', ['WhatsApp', 'Whatsapp', "What's App", 'Whats App']],
  ['facebook', ['Facebook', 'FACEBOOK', 'facebook']],
  ['facebook-messenger', ['Facebook Messenger', 'FB Messenger']],
  ['tiktok', ['TikTok', 'Tik Tok', 'Tiktok']],
  ['kik', ['Kik', 'KIK', 'Kik Messenger']],
  ['discord', ['Discord']],
  ['youtube', ['YouTube', 'Youtube']],
  ['roblox', ['Roblox', 'ROBLOX']],
  ['skype', ['Skype']],
  ['telegram', ['Telegram']],
];

export function platforms(by: Chance): readonly Category[] {
  const some = by.shuffled(PLATFORMS).slice(0, by.int(3, 7));
  const made = some.map(([id, labels]): Category => ({ id, label: by.pick(labels) }));
  const other = by.maybe(0.4)
    ? [{ id: 'other', label: by.pick(['Other', 'Others', 'Other platforms']) }]
    : [];
  const unknown = by.maybe(0.6)
    ? [{ id: 'unknown', label: by.pick([...UNKNOWN, 'Platform not recorded']) }]
    : [];
  return [...made, ...other, ...unknown];
}

const OFFENCES: readonly (readonly [string, string])[] = [
  ['71/17', 'Sexual communication with a child'],
  ['71/01', 'Arranging or facilitating a child sex offence'],
  ['86/02', 'Taking, making or sharing indecent images of a child'],
  ['86/10', 'Possessing an indecent image of a child'],
  ['20/06', 'Sexual assault of a female child under 13'],
  ['17/16', 'Sexual assault of a male child under 13'],
  ['22/10', 'Sexual activity in the presence of a child under 16, offender 18+'],
  ['21/11', 'Causing a child under 13 to watch a sexual act, offender 18+'],
  ['21/18', 'Sexual activity with a girl under 13, offender 18+, no penetration'],
  ['22/06', 'Sexual activity with a girl under 16, offender 18+, penetration'],
  ['22/07', 'Sexual activity with a boy under 16, offender 18+, penetration'],
];

/** Codes alone, titles alone, or both in one cell; a title is the code that it alone has. */
export function offences(by: Chance): readonly Category[] {
  const some = by.shuffled(OFFENCES).slice(0, by.int(3, 7));
  const style = by.int(0, 4);
  const wide = by.maybe(0.3);
  return some.map(([id, title]): Category => {
    const code = wide ? `0${id}` : id.replace(/\/0/u, '/');
    return { id, label: [title, title, `${code} ${title}`, `${code} - ${title}`, code][style] ?? title };
  });
}
