/**
 * Labels that a person mapped: the words of the register with what was decided put before them. Such a label says just what
 * was decided, in headings, rows, lists and sentences, everywhere or at one place of the return.
 */
import type { Collection } from '#collection/collection.ts';
import { period as periodOf } from '#period/period.ts';
import type { Decision, Meaning } from './decide-file.ts';
import { liesIn } from './decide-places.ts';
import type { Place } from './document.ts';
import type { Said } from './tables/axis.ts';
import { type Label, stripQuestion } from './words/label.ts';
import type { Lexicon, Unit } from './words/lexicon.ts';
import type { TagBody } from './words/tags.ts';

type UnitOf = (measure: string | undefined) => Unit | null;

export type Mapped = Decision & { readonly verb: 'map' };

/** `onUse` is told each decision when a label of the return is first read by it. */
export function decidedLexicon(
  words: Lexicon,
  maps: readonly Mapped[],
  collection: Collection,
  onUse: (decision: Decision) => void,
): Lexicon {
  if (maps.length === 0) return words;
  const within = (own: readonly Mapped[]): Lexicon => withLabels(words, own, collection, onUse);
  const everywhere = maps.filter(({ where }) => where === null);
  const known = new Map<string, Lexicon>();
  const at = (place: Place): Lexicon => {
    // What holds for this place alone goes before what holds everywhere.
    const own = [...everywhere, ...maps.filter(({ where }) => where !== null && liesIn(place, where))];
    const id = own.map((one) => maps.indexOf(one)).join();
    const lexicon = known.get(id) ?? within(own);
    known.set(id, lexicon);
    return lexicon;
  };
  return { ...within(everywhere), at };
}

function withLabels(
  words: Lexicon,
  maps: readonly Mapped[],
  collection: Collection,
  onUse: (decision: Decision) => void,
): Lexicon {
  const byLabel = new Map(maps.map((one) => [plain(one.label), one]));
  const find = (text: string): Mapped | null => {
    const found = byLabel.get(plain(text)) ?? byLabel.get(plain(stripQuestion(text))) ?? null;
    if (found !== null) onUse(found);
    return found;
  };
  const meaningOf = (text: string): Meaning => {
    const to = find(text)?.to;
    return to === undefined || to === 'not-an-answer' ? {} : to;
  };
  const unitOf = (measure: string | undefined) =>
    collection.measures.find(({ id }) => id === measure)?.unit ?? null;
  return {
    ...words,
    decided: (text) => {
      const found = find(text);
      return found === null ? null : labelOf(found.to, unitOf);
    },
    ageOf: (text) => meaningOf(text).age ?? words.ageOf(text),
    sexOf: (text) => meaningOf(text).sex ?? words.sexOf(text),
    unitOf: (text) => unitOf(meaningOf(text).measure) ?? words.unitOf(text),
    platformOf: (text) => {
      const { platform } = meaningOf(text);
      return platform === undefined ? words.platformOf(text) : { kind: 'exact', value: platform, term: text };
    },
    wordsIn: (text) => {
      const own = maps.flatMap((one) => inSentence(text, one, unitOf, onUse));
      const others = words.wordsIn(text);
      return own.length === 0 ? others : [...own, ...others];
    },
  };
}

/** Case, spaces and a colon make no difference to a label; "16" and "16+" are two. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s:]+$/u, '')
    .trim();
}

function labelOf(to: Mapped['to'], unitOf: UnitOf): Partial<Label> {
  if (to === 'not-an-answer') return { decided: { ignored: true } };
  const { age, sex, platform, offence, measure } = to;
  const unit = unitOf(measure);
  const span = to.period === undefined ? null : periodOf(to.period);
  const periods: Label['periods'] =
    span === null
      ? []
      : [{ kind: 'period', period: span, basis: 'dates', start: 0, end: 0, text: to.period ?? '' }];
  const code = offence === undefined || !/^\d{1,3}[A-Z]?\/\d{1,2}$/u.test(offence) ? null : offence;
  const decided: Said = {
    ...(age === undefined ? {} : { age }),
    ...(sex === undefined ? {} : { sex }),
    ...(platform === undefined ? {} : { platform }),
    ...(offence === undefined ? {} : { offence: { code, title: offence.toLowerCase() } }),
    ...(unit === null ? {} : { unit }),
    ...(measure === undefined ? {} : { measure }),
    ...(span === null ? {} : { periods }),
  };
  return {
    decided,
    age: age ?? null,
    sex: sex ?? null,
    platform: platform ?? null,
    offence: offence === undefined ? null : code === null ? { kind: 'title' } : { kind: 'code', code },
    unit,
    periods,
  };
}

/** A mapped label inside a sentence, where it stands for one thing that sentences speak of. */
function inSentence(
  text: string,
  one: Mapped,
  unitOf: UnitOf,
  onUse: (decision: Decision) => void,
): readonly { readonly start: number; readonly end: number; readonly body: TagBody }[] {
  const body = bodyOf(one.to, unitOf);
  if (body === null || one.label.trim().length < 3) return [];
  const source = one.label
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');
  const found = [...text.matchAll(pattern)];
  if (found.length > 0) onUse(one);
  return found.map((match) => ({ start: match.index, end: match.index + match[0].length, body }));
}

function bodyOf(to: Mapped['to'], unitOf: UnitOf): TagBody | null {
  if (to === 'not-an-answer' || Object.keys(to).length !== 1) return null;
  if (to.platform !== undefined) return { kind: 'platform', platform: to.platform };
  if (to.sex !== undefined) return { kind: 'sex', sex: to.sex };
  if (to.age !== undefined) return { kind: 'age', age: to.age };
  const unit = unitOf(to.measure);
  return unit === null ? null : { kind: 'unit', unit };
}
