/**
 * Decides one record: does it get the online crime flag, and why. Promises that the same record, register and policy give the
 * same decision, and that no flag, label or channel already on the record is looked at.
 */
import type { CrimeRecord } from '#record/record.ts';
import type { Decision, Evidence, Outcome } from './decision.ts';
import type { Lexicon } from './lexicon.ts';
import type { Kind } from './means.ts';
import type { Policy } from './policy.ts';
import { type Mention, Reading, type Span } from './reading.ts';
import { rules } from './rules/all.ts';
import { Scan } from './scan.ts';
import { DOUBTFUL, ENOUGH, isOnlineKind, isStranger, weigh } from './weigh.ts';

/** Contact with no channel stated, and the hints of one that stand round it. */
const TOGETHER = 4;

export type Decider = {
  readonly decide: (record: CrimeRecord) => Decision;
  /** Words of which one must stand in a narrative before any rule can read anything in it; for the cheap scan. */
  readonly triggers: readonly string[];
};

export function prepare(lexicon: Lexicon, policy: Policy): Decider {
  const scan = new Scan();
  return {
    triggers: lexicon.triggers,
    decide: (record) => decideReading(new Reading(record, lexicon, scan), policy),
  };
}

function decideReading(reading: Reading, policy: Policy): Decision {
  const evidence: Evidence[] = [];
  let best: { mention: Mention; weight: number } | null = null;
  let doubted: { mention: Mention; weight: number } | null = null;
  const grey: Mention[] = [];
  const hints = new Set<string>();
  let unstated: { mention: Mention; weight: number } | null = null;
  let isExplained = false;
  for (const mention of reading.mentions) {
    let isAside = false;
    let isDoubted = false;
    for (const rule of rules) {
      const span = rule.reads(mention, reading);
      if (span === null) continue;
      evidence.push(quote(reading, span, rule.id, rule.effect));
      if (rule.effect === 'sets-aside') {
        isAside = true;
        isExplained = true;
        break;
      }
      isDoubted = true;
    }
    if (isAside) continue;
    if (mention.means.kind === 'digital') {
      if (isDoubted || isMoney(mention, reading)) continue;
      hints.add(mention.means.term);
      if (reading.family === 'contact' || reading.family === 'other') continue;
    }
    const weight = weigh(mention, reading).reduce((sum, part) => sum + part.weight, 0);
    if (!isOnlineKind(mention.means.kind) && mention.means.kind !== 'digital') {
      grey.push(mention);
      const mayBe = mention.means.kind === 'unstated' || mention.means.kind === 'vague';
      if (mayBe && !isDoubted && (unstated === null || weight > unstated.weight)) unstated = { mention, weight };
      continue;
    }
    if (isDoubted) {
      if (doubted === null || weight > doubted.weight) doubted = { mention, weight };
    } else if (best === null || weight > best.weight) best = { mention, weight };
  }
  const make = (
    decision: Outcome,
    confidence: number,
    channel: string | null,
    rule: string,
    at: Span | null,
  ): Decision => {
    const all =
      at === null
        ? evidence
        : [...evidence, quote(reading, at, rule, decision === 'flag' ? 'supports' : 'doubts')];
    return {
      id: reading.record.id,
      decision,
      confidence,
      channel,
      evidence: all,
      rules: [...new Set([...all.map((one) => one.rule), rule])].sort(),
    };
  };
  const hint = Math.min(1.8, 0.6 * hints.size);
  const channels = new Set(reading.mentions.filter(({ means }) => isOnlineKind(means.kind)).map(({ means }) => means.channel));
  const more = Math.min(1, 0.5 * (channels.size - 1)) + (unstated === null ? 0 : 0.5);
  if (best !== null && best.weight >= DOUBTFUL) best = { ...best, weight: best.weight + Math.max(0, more) };
  if (best !== null && best.weight >= DOUBTFUL) best = { ...best, weight: best.weight + Math.min(1.2, best.mention.means.kind === 'digital' ? hint - 0.6 : hint) };
  if ((best === null || best.weight < ENOUGH) && unstated !== null && hint > 0 && unstated.weight + hint >= TOGETHER) {
    best = { ...unstated, weight: Math.max(ENOUGH, unstated.weight + hint - 1) };
  }
  const isEarly = (reading.record.recordedOn ?? '9999') < '2015-04-01';
  if (best !== null && best.weight >= ENOUGH) {
    if (isEarly) return make('review', 0.9, best.mention.means.channel, 'before-april-2015', best.mention);
    const conflict = reading.first(around(best.mention, reading), 'conflict');
    if (conflict >= 0)
      return make('review', 0.6, best.mention.means.channel, 'conflict', reading.phrase(conflict));
    return make(
      'flag',
      Math.min(0.99, 0.6 + best.weight / 16),
      best.mention.means.channel,
      'means-of-commission',
      best.mention,
    );
  }
  const several = splitCue(reading);
  if (several >= 0 && reading.mentions.some(({ means }) => isOnlineKind(means.kind))) {
    return make('review', 0.5, null, 'several-suspects', reading.phrase(several));
  }
  const doubt = best !== null && best.weight >= DOUBTFUL ? best : doubted;
  if (doubt !== null) return make('review', 0.5, doubt.mention.means.channel, 'not-settled', doubt.mention);
  for (const mention of grey) {
    const answer = greyAnswer(mention, reading, policy);
    if (answer !== null)
      return make(answer, 0.6, mention.means.channel, `grey-${mention.means.kind}`, mention);
  }
  if (reading.family === 'image' || reading.family === 'communication') {
    if (!isExplained && reading.first(reading.whole(), 'inperson') < 0)
      return make('review', 0.5, null, 'sparse', null);
  }
  if (/internet|online|cyber/i.test(reading.record.locationType ?? ''))
    return make('review', 0.5, null, 'field-conflict', null);
  return make('no-flag', isExplained ? 0.9 : 0.95, null, 'no-means', null);
}

/** An account that money goes to is a bank account. */
function isMoney({ means, sentence }: Mention, reading: Reading): boolean {
  return /^(?:acc|account)/.test(means.term) && reading.first(sentence, 'money') >= 0;
}

/** Where the text says that the record holds several suspects or crimes; -1 where it does not. */
function splitCue(reading: Reading): number {
  const at = reading.first(reading.whole(), 'split');
  if (at >= 0) return at;
  const suspects = new Set<string>();
  let last = -1;
  let isAsked = false;
  for (let i = 0; i < reading.scan.count; i += 1) {
    const word = reading.word(i);
    if (/^s[1-4]$/.test(word)) {
      suspects.add(word);
      last = i;
    }
    if (/^(?:split|splitting|separate|separated|reference|ref)$/.test(word)) isAsked = true;
  }
  return suspects.size > 1 && isAsked ? last : -1;
}

/** The sentence of a mention, and those beside it. */
function around({ sentence }: Mention, { scan }: Reading): Span {
  const from = sentence.from > 0 ? (scan.sentence[sentence.from - 1] as number) : 0;
  return { from, to: sentence.to < scan.count ? scan.sentenceEnd(sentence.to) : scan.count };
}

const SILENT: ReadonlySet<Kind> = new Set(['device', 'route', 'landline', 'digital']);

function greyAnswer(mention: Mention, reading: Reading, policy: Policy): Outcome | null {
  const { kind } = mention.means;
  if (SILENT.has(kind)) return null;
  if (kind === 'sms') {
    const isLate = (reading.record.recordedOn ?? '') >= '2024-04-01';
    return isLate ? policy.smsFromApril2024 : policy.smsBeforeApril2024;
  }
  if (kind === 'voice') return reading.family === 'communication' ? policy.voiceCall : null;
  const { frame } = mention;
  const isPersonal = frame.suspectInClause || frame.agent === 'person' || frame.other === 'victim' || reading.first(mention.clause, 'victim') >= 0;
  const isTheirs = frame.agent === 'victim' || frame.agent === 'trusted' || frame.agent === 'police';
  if (kind === 'camera' && isTheirs && !frame.suspectInClause) return null;
  if (kind === 'camera') return isPersonal || reading.family !== 'contact' ? policy.deviceImage : null;
  const isBodily = reading.family === 'contact' || reading.family === 'other';
  const isByStranger = frame.suspectInClause || isStranger(frame.agent) || isStranger(frame.other);
  if (kind === 'unstated' && isBodily && !isByStranger) return null;
  if (kind === 'vague') return isBodily ? null : 'review';
  if (kind === 'tracker' && reading.family !== 'remote') return null;
  if (kind === 'pay' && reading.family === 'other') return null;
  if (kind === 'media') return reading.family === 'image' ? 'review' : null;
  return 'review';
}

function quote(reading: Reading, { from, to }: Span, rule: string, effect: Evidence['effect']): Evidence {
  const { scan } = reading;
  const start = scan.starts[from] as number;
  const end = scan.ends[Math.max(from, to - 1)] as number;
  return { field: 'narrative', start, end, text: scan.text.slice(start, end), rule, effect };
}
