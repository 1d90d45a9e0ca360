/**
 * Every mention with what the rules make of it: set aside, doubted, or left to weigh. Each rule that speaks leaves its evidence; the
 * first that sets a mention aside ends the matter for it.
 */
import { C } from './concepts.ts';
import type { Evidence } from './decision.ts';
import type { Mention, Reading, Span } from './reading.ts';
import { rules } from './rules/all.ts';
import { isOnlineKind, weightOf } from './weigh.ts';

export type Weighed = { readonly mention: Mention; readonly weight: number };

export type Scoped = {
  /** The heaviest mention of a means online that nothing doubts; and of those that something does. */
  readonly best: Weighed | null;
  readonly doubted: Weighed | null;
  /** The heaviest mention of a service or game by its name that nothing doubts. */
  readonly named: Weighed | null;
  /** The heaviest word of digital life, where such words may weigh. */
  readonly digital: Weighed | null;
  /** The heaviest mention of contact without a channel. */
  readonly unstated: Weighed | null;
  /** Mentions of the grey zones that stand, in the order of the text. */
  readonly grey: readonly Mention[];
  /** Different words of digital life that stand, and different channels online. */
  readonly hints: number;
  readonly channels: number;
  /** Whether a rule set a mention of a means aside: the text deals with the matter. */
  readonly isExplained: boolean;
  readonly evidence: Evidence[];
};

export function scoped(reading: Reading): Scoped {
  const evidence: Evidence[] = [];
  const grey: Mention[] = [];
  // Lists and not sets: a text has two or three of them.
  const hints: string[] = [];
  const channels: string[] = [];
  let best: Weighed | null = null;
  let doubted: Weighed | null = null;
  let digital: Weighed | null = null;
  let named: Weighed | null = null;
  let unstated: Weighed | null = null;
  let isExplained = false;
  for (const mention of reading.mentions) {
    const said = applied(mention, reading, evidence);
    if (said === 'aside') {
      isExplained ||= mention.means.kind !== 'device';
      continue;
    }
    const { kind, term, channel } = mention.means;
    if (kind === 'digital') {
      if (said === 'doubted' || isMoney(mention, reading)) continue;
      addOnce(hints, term);
      if (isBodily(reading)) continue;
    }
    const own: Weighed = { mention, weight: weightOf(mention, reading) };
    if (isOnlineKind(kind)) addOnce(channels, channel);
    else if (kind === 'vague' && reading.family === 'image') {
      // An image of a child that goes round goes from device to device.
    } else if (kind === 'device') {
      if (isComputer(term) && !isBodily(reading)) addOnce(hints, 'a computer');
      continue;
    } else if (kind !== 'digital') {
      grey.push(mention);
      if ((kind === 'unstated' || kind === 'vague') && said !== 'doubted') unstated = heavier(unstated, own);
      continue;
    }
    if (kind === 'digital') digital = heavier(digital, own);
    else if (said === 'doubted') doubted = heavier(doubted, own);
    else {
      best = heavier(best, own);
      if (kind === 'service' || kind === 'game') named = heavier(named, own);
    }
  }
  return {
    best,
    doubted,
    named,
    digital,
    unstated,
    grey,
    hints: hints.length,
    channels: channels.length,
    isExplained,
    evidence,
  };
}

function applied(mention: Mention, reading: Reading, evidence: Evidence[]): 'aside' | 'doubted' | null {
  let isDoubted = false;
  for (const rule of rules) {
    const span = rule.reads(mention, reading);
    if (span === null) continue;
    evidence.push(quote(reading, span, rule.id, rule.effect));
    if (rule.effect === 'sets-aside') return 'aside';
    isDoubted = true;
  }
  return isDoubted ? 'doubted' : null;
}

function addOnce(list: string[], one: string): void {
  if (!list.includes(one)) list.push(one);
}

/** A telephone stands in nearly every record; a computer or a network connection stands there for a reason. */
function isComputer(term: string): boolean {
  return !/phone|mobile|handset|fone|mob|sim|samsung|tv|device/.test(term);
}

function heavier(one: Weighed | null, other: Weighed): Weighed {
  return one === null || other.weight > one.weight ? other : one;
}

/** Offences against the body and property: committed in person unless a means is named. */
export function isBodily({ family }: Reading): boolean {
  return family === 'contact' || family === 'other';
}

/** An account that money goes to is a bank account. */
function isMoney({ means, sentence }: Mention, reading: Reading): boolean {
  return /^(?:acc|account)/.test(means.term) && reading.first(sentence, C.money) >= 0;
}

export function quote(
  reading: Reading,
  { from, to }: Span,
  rule: string,
  effect: Evidence['effect'],
): Evidence {
  const { scan } = reading;
  const start = scan.starts[from] as number;
  const end = scan.ends[Math.max(from, to - 1)] as number;
  return { field: 'narrative', start, end, text: scan.text.slice(start, end), rule, effect };
}
