/**
 * The documented grey zones: text message, voice call, device image, and the means about which only a person can say. What a force has
 * settled in its policy is obeyed; what it has not is `review`. Null where the mention is no matter of this record at all.
 */
import { C } from './concepts.ts';
import type { Outcome } from './decision.ts';
import type { Policy } from './policy.ts';
import type { Mention, Reading } from './reading.ts';
import { isBodily } from './scoped.ts';
import { isStranger } from './weigh.ts';

/** From here on the rules for frontline officers tell of flags in new words; a force may settle text messages from then on apart. */
export const REWORDED = '2024-04-01';

export function greyAnswer(mention: Mention, reading: Reading, policy: Policy): Outcome | null {
  const { family } = reading;
  const { frame } = mention;
  const isByStranger = frame.suspectInClause || isStranger(frame.agent) || isStranger(frame.other);
  const isByOthers = frame.agent === 'victim' || frame.agent === 'trusted' || frame.agent === 'police';
  switch (mention.means.kind) {
    case 'sms':
      return (reading.record.recordedOn ?? '') >= REWORDED
        ? policy.smsFromApril2024
        : policy.smsBeforeApril2024;
    case 'voice':
      return family === 'communication' ? policy.voiceCall : null;
    case 'camera': {
      if (isByOthers && !frame.suspectInClause) return null;
      const isOfVictim =
        isByStranger || frame.other === 'victim' || reading.first(mention.clause, C.victim) >= 0;
      return isOfVictim || !isBodily(reading) ? policy.deviceImage : null;
    }
    case 'media':
      return family === 'image' ? 'review' : null;
    case 'unstated':
      return isBodily(reading) && !isByStranger ? null : 'review';
    case 'vague':
      return isBodily(reading) ? null : 'review';
    case 'tracker':
      return family === 'remote' ? 'review' : null;
    case 'pay':
    case 'market':
      return 'review';
    default:
      return null;
  }
}
