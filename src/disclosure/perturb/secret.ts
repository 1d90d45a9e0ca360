/**
 * Chance that only the holder of a key can repeat: draws made from the key and a label. The same key and label give the same
 * draws on every machine. The key is in no message; whoever has it can undo what was perturbed with it.
 */
import { createHash, createHmac } from 'node:crypto';
import { Refusal } from '#finding/refusal.ts';

export type SecretKey = { readonly draw: (label: string) => number };

/** Shorter keys could be guessed by trying them. */
const LEAST_LENGTH = 32;

export function secretKey(text: string, path: string): SecretKey {
  const key = text.trim();
  if (key.length < LEAST_LENGTH) {
    throw new Refusal(
      'bad-use',
      `${path}: a key has at least ${LEAST_LENGTH} characters. Make one by chance, keep it secret, and use the same one for every release.`,
    );
  }
  return {
    /** From 0 up to but not 1, in steps of 2^-48. */
    draw: (label) => createHmac('sha256', key).update(label).digest().readUIntBE(0, 6) / 2 ** 48,
  };
}

/** One draw after another under one label. */
export function drawsOf(key: SecretKey, label: string): () => number {
  // A label may hold a whole table: it is read once.
  const seed = key.draw(label);
  const short = createHash('sha256').update(label).digest('hex');
  let next = 0;
  return () => {
    next += 1;
    return key.draw(`${short}|${seed}|${next}`);
  };
}
