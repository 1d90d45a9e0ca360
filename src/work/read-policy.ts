/**
 * What a force has settled for the grey zones, from `policy.yaml`. A zone that the file does not name stays `review`; a word that is
 * not known here is refused, so that a slip of the pen settles nothing.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { checkedYaml } from '#collection/checked-yaml.ts';
import { Refusal } from '#finding/refusal.ts';
import { nothingSettled, type Policy } from '#flag/policy.ts';

const outcome = z.enum(['flag', 'no-flag', 'review'], 'write flag, no-flag or review');
const schema = z.strictObject({
  'text-message': outcome.optional(),
  'text-message-before-april-2024': outcome.optional(),
  'text-message-from-april-2024': outcome.optional(),
  'voice-call': outcome.optional(),
  'device-image': outcome.optional(),
});

export function readPolicy(path: string): Policy {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Refusal('not-found', `"${path}" cannot be opened. Give the path of policy.yaml.`, { cause });
  }
  const { value } = checkedYaml(source, schema, {
    name: basename(path),
    page: 'docs/how-to/check-an-extract.md',
  });
  const text = value['text-message'];
  return {
    smsBeforeApril2024: value['text-message-before-april-2024'] ?? text ?? nothingSettled.smsBeforeApril2024,
    smsFromApril2024: value['text-message-from-april-2024'] ?? text ?? nothingSettled.smsFromApril2024,
    voiceCall: value['voice-call'] ?? nothingSettled.voiceCall,
    deviceImage: value['device-image'] ?? nothingSettled.deviceImage,
  };
}
