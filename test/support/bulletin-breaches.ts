/**
 * Reads every bulletin of a release as a careful sub-editor would, and says what is wrong with which: too short or long,
 * not English, a number that the release does not give for the area, a claim that the figures do not bear.
 */
import { type Bulletin, bulletinText, FEWEST_WORDS, MOST_WORDS, words } from '#publish/bulletin/bulletin.ts';
import { bulletinOf } from '#publish/bulletin/bulletin-of.ts';
import { indexRelease } from '#publish/release-index.ts';
import { numberText } from '#publish/wording/number-words.ts';
import { subjectOf } from '#publish/wording/subject.ts';
import type { Area, Release } from '#tables/release.ts';

type Read = { readonly area: Area; readonly bulletin: Bulletin; readonly text: string };

export function bulletinsOf(release: Release): readonly Read[] {
  const index = indexRelease(release);
  return release.areas.map((area) => {
    const bulletin = bulletinOf(area, index, subjectOf(release));
    return { area, bulletin, text: bulletinText(bulletin) };
  });
}

export function lengthBreaches(release: Release): readonly string[] {
  return bulletinsOf(release)
    .map(({ area, text }) => ({ area, length: words(text) }))
    .filter(({ length }) => length < FEWEST_WORDS || length > MOST_WORDS)
    .map(({ area, length }) => `${area.slug} has ${length} words`);
}

const NOT_ENGLISH = [
  / {2}| [,.;:]|\.\.|,,|\( | \)/,
  /undefined|null|NaN|\[object|Infinity|\[x\]|\[c\]/,
  /\b1 (?:sexual )?(?:offences|victims|forces|were)\b/,
  /\bone (?:forces|figures|have)\b|\bno (?:offence|victim)\b(?!s)/,
  /\b(?:the|a) (?:the|a|of|for|in) |\bof (?:of|for) |\bfor (?:of|for) /i,
  /\bby them\b|\bwas were\b|\bis are\b|\b(\w+) \1\b/,
];

export function englishBreaches(release: Release): readonly string[] {
  return bulletinsOf(release).flatMap(({ area, bulletin, text }) => {
    const wrong = NOT_ENGLISH.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
    const open = bulletin.paragraphs.filter((paragraph) => !/^[A-Z“"].*[.!?”"]$/s.test(paragraph));
    const sentences = bulletin.paragraphs.join(' ').split(/(?<=[.?!]) /);
    const twice = sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at);
    return [...wrong, ...open, ...twice].map((found) => `${area.slug}: ${found}`);
  });
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
const WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export function numberBreaches(release: Release): readonly string[] {
  return bulletinsOf(release).flatMap(({ area, bulletin: { title, paragraphs } }) => {
    const allowed = mayBeSaid(area, release);
    const text = [title, ...paragraphs].join(' ');
    const digits = (text.match(NUMBER) ?? []).map((number) => number.replace(/,$/, ''));
    const spelt = (text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => WORDS.includes(word));
    return [
      ...digits.filter((number) => !allowed.has(number)),
      ...spelt.filter((word) => !allowed.has(String(WORDS.indexOf(word) + 2))),
    ].map((number) => `${area.slug} says ${number}`);
  });
}

/** Every number that may stand in a bulletin of this area: its own, those of its region and country, and how many forces. */
function mayBeSaid(area: Area, from: Release): ReadonlySet<string> {
  const index = indexRelease(from);
  const around = [area.code, area.region, index.country.code, ...area.forces].filter((code) => code !== null);
  const figures = from.figures.filter(
    (one) => around.includes(one.area) || one.group?.forces.includes(area.code),
  );
  const counts = figures.flatMap(({ coverage: { included, asked, includedUnnamed } }) => [
    included,
    asked,
    asked - included,
    includedUnnamed,
  ]);
  const forces = [area, ...(area.region ? [index.area(area.region)] : [])].flatMap(({ forces: codes }) => [
    codes.length,
    ...codes.map((_, at) => at),
  ]);
  const said = [
    ...figures.map((one) => numberText(one.number, one.decimals)),
    ...figures.flatMap((one) => [one.breakdown?.label ?? '', ...one.doubts]),
    ...[...counts, ...forces].map(String),
    '2015/16 2016 June 2016 r1',
  ];
  return new Set(said.join(' ').match(NUMBER) ?? []);
}

/** Words of a trend or of a rank; "at least 101" is neither. */
const CLAIM =
  /\b(?:r[io]se|risen|increas|decreas|doubl|tripl|soar|surg|fell|fallen|drop|grew|growth|highest|lowest|largest|smallest|most|least(?! \d)|worst|best|commonest|youngest|record (?:number|high))/i;

export function claimBreaches(release: Release): readonly string[] {
  return bulletinsOf(release).flatMap(({ area, text }) => {
    const claim = CLAIM.exec(text)?.[0];
    return claim === undefined ? [] : [`${area.slug} says ${claim}`];
  });
}
