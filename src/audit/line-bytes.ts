/**
 * The line of `line.ts` written as bytes, where its evidence is given without words: what it is put together from is a few hundred pieces
 * that come again in every line, so each is encoded once, and no text is made of them. Byte for byte the same; a law compares the two.
 */
import type { Evidence, Outcome } from '#flag/decision.ts';
import { headOf, type LineFacts, placedOf } from './line.ts';

type OfRule = { readonly open: Uint8Array; readonly name: Uint8Array };

const NARRATIVE = 'narrative';
const COMMA = 44;
const ZERO = 48;
const encode = (text: string): Uint8Array => Buffer.from(text);
const END_OF_START = encode(',"end":');
const EVIDENCE = encode(',"evidence":[');
const RULES = encode('],"rules":[');
const CLOSE = encode(']}\n');
const EFFECTS: Readonly<Record<Evidence['effect'], Uint8Array>> = {
  supports: encode(',"effect":"supports"}'),
  'sets-aside': encode(',"effect":"sets-aside"}'),
  doubts: encode(',"effect":"doubts"}'),
};
const DECISIONS: readonly Outcome[] = ['flag', 'no-flag', 'review'];
/** Steps of a confidence, as a line rounds it. */
const STEPS = 10_000;
/** Bytes of a decision but for its evidence and rules; of one piece of evidence and of a name of a rule but for the name itself. */
const REST = 600;
const ONE = 120;

export class TailBytes {
  readonly #rules = new Map<string, OfRule>();
  readonly #heads = new Map<number, Uint8Array>();
  readonly #channels = new Map<string | null, Uint8Array>();
  readonly #placed = new Map<LineFacts['scope'], Map<string, Map<string | null, Uint8Array>>>();
  #longest = 0;

  /** Room that the next tail takes at most. */
  roomFor({ decision, standing, scope, marked }: LineFacts): number {
    if (decision === null) return REST;
    for (const { rule, field } of decision.evidence) this.#ofRule(rule, field);
    for (const rule of decision.rules) this.#ofRule(rule);
    const fixed = this.#channel(decision.channel).length + this.#placedOf(scope, marked, standing).length;
    return REST + fixed + (decision.evidence.length + decision.rules.length) * (ONE + this.#longest);
  }

  /** Writes it at `used`, and gives where it ends. What does not fit would be lost without a word, so it is not left to `roomFor` alone. */
  write(facts: LineFacts, room: Uint8Array, used: number): number {
    const end = this.#written(facts, room, used);
    if (end > room.length) throw new Error('a line of a decision is longer than the room made for it');
    return end;
  }

  #written(facts: LineFacts, room: Uint8Array, used: number): number {
    const { decision, scope, marked, standing } = facts;
    const placed = this.#placedOf(scope, marked, standing);
    if (decision === null) return put(CLOSED, room, put(placed, room, put(UNDECIDED, room, used)));
    let at = put(this.#head(decision.decision, decision.confidence), room, used);
    at = put(this.#channel(decision.channel), room, at);
    at = put(placed, room, at);
    at = put(EVIDENCE, room, at);
    const { evidence, rules } = decision;
    for (let n = 0; n < evidence.length; n += 1) {
      const one = evidence[n] as Evidence;
      if (n > 0) room[at++] = COMMA;
      at = put(this.#ofRule(one.rule, one.field).open, room, at);
      at = putNumber(one.start, room, at);
      at = put(END_OF_START, room, at);
      at = putNumber(one.end, room, at);
      at = put(EFFECTS[one.effect], room, at);
    }
    at = put(RULES, room, at);
    for (let n = 0; n < rules.length; n += 1) {
      if (n > 0) room[at++] = COMMA;
      at = put(this.#ofRule(rules[n] as string).name, room, at);
    }
    return put(CLOSE, room, at);
  }

  #ofRule(rule: string, field = NARRATIVE): OfRule {
    const key = field === NARRATIVE ? rule : `${rule} ${field}`;
    let known = this.#rules.get(key);
    if (known === undefined) {
      known = { open: encode(`{"rule":"${rule}","field":"${field}","start":`), name: encode(`"${rule}"`) };
      this.#rules.set(key, known);
      this.#longest = Math.max(this.#longest, known.open.length);
    }
    return known;
  }

  #head(decision: Outcome, confidence: number): Uint8Array {
    const key = Math.round(confidence * STEPS) * DECISIONS.length + DECISIONS.indexOf(decision);
    let head = this.#heads.get(key);
    if (head === undefined) {
      head = encode(headOf(decision, confidence));
      this.#heads.set(key, head);
    }
    return head;
  }

  #channel(channel: string | null): Uint8Array {
    let known = this.#channels.get(channel);
    if (known === undefined) {
      known = encode(`${JSON.stringify(channel)},`);
      this.#channels.set(channel, known);
    }
    return known;
  }

  #placedOf(
    scope: LineFacts['scope'],
    marked: LineFacts['marked'],
    standing: LineFacts['standing'],
  ): Uint8Array {
    let byMark = this.#placed.get(scope);
    if (byMark === undefined) {
      byMark = new Map();
      this.#placed.set(scope, byMark);
    }
    let byStanding = byMark.get(marked);
    if (byStanding === undefined) {
      byStanding = new Map();
      byMark.set(marked, byStanding);
    }
    let placed = byStanding.get(standing);
    if (placed === undefined) {
      placed = encode(placedOf(scope, marked, standing));
      byStanding.set(standing, placed);
    }
    return placed;
  }
}

const UNDECIDED = encode(',"decision":null,');
const CLOSED = encode('}\n');

/** Most pieces are a few dozen bytes: to call for a copy costs more than to copy them here. */
function put(bytes: Uint8Array, room: Uint8Array, used: number): number {
  for (let n = 0; n < bytes.length; n += 1) room[used + n] = bytes[n] as number;
  return used + bytes.length;
}

/** A whole number from zero on. */
function putNumber(number: number, room: Uint8Array, used: number): number {
  let digits = 1;
  for (let most = 10; number >= most; most *= 10) digits += 1;
  let left = number;
  for (let at = used + digits - 1; at >= used; at -= 1) {
    const rest = Math.floor(left / 10);
    room[at] = ZERO + left - 10 * rest;
    left = rest;
  }
  return used + digits;
}
