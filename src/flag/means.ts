/**
 * What an offence can be committed through, and what can be mistaken for it: every term of `register/flag-means.csv` is of one kind,
 * and the kind says how much a mention of it can weigh.
 */
import { defect } from '#register/facts.ts';

export const kinds = [
  /** A named service: messaging, social, dating, video. */
  'service',
  /** A game or console service. */
  'game',
  /** Online without a name: internet, app, chat room, video call, e-mail, profile. */
  'net',
  /** Files by computer: upload, download, cloud, peer to peer, browser. */
  'file',
  'ai',
  /** Getting into an account or a device. */
  'intrusion',
  /** From device to device: AirDrop, Bluetooth. */
  'near',
  /** A body that reports what it saw online. */
  'referral',
  'sms',
  'voice',
  'landline',
  /** Contact or images with no channel stated. */
  'unstated',
  /** Words of contact or sharing that may be meant in person. */
  'vague',
  'camera',
  'media',
  'pay',
  'tracker',
  'market',
  /** Words of digital life that name no channel: alone nothing, together a hint. */
  'digital',
  'device',
  /** How crimes are reported and recorded, and services that help. */
  'route',
] as const;

export type Kind = (typeof kinds)[number];

export type Means = {
  readonly term: string;
  readonly kind: Kind;
  readonly channel: string;
  /** An ordinary word too: read as a means only where the words round it say so. */
  readonly needsContext: boolean;
  /** Calendar year in which it began; null where not known or not to the point. */
  readonly from: number | null;
  readonly to: number | null;
};

type Row = {
  readonly term: string;
  readonly kind: string;
  readonly channel: string;
  readonly from_year: string;
  readonly to_year: string;
};

export function means(row: Row, needsContext: boolean, line: number): Means {
  const kind = kinds.find((one) => one === row.kind);
  if (kind === undefined) throw defect('flag-means.csv', line, `"${row.kind}" is no kind of means`);
  return {
    term: row.term,
    kind,
    channel: row.channel,
    needsContext,
    from: row.from_year === '' ? null : Number(row.from_year),
    to: row.to_year === '' ? null : Number(row.to_year),
  };
}
