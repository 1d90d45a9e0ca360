/** Every rule that scopes a mention, in order of name. */

import type { Rule } from '../rule.ts';
import { advice } from './advice.rule.ts';
import { afterTheOffence } from './after-the-offence.rule.ts';
import { antecedents } from './antecedents.rule.ts';
import { background } from './background.rule.ts';
import { bailOrOrder } from './bail-or-order.rule.ts';
import { beforeTheInternet } from './before-the-internet.rule.ts';
import { corrected } from './corrected.rule.ts';
import { denied } from './denied.rule.ts';
import { detailsAskedFor } from './details-asked-for.rule.ts';
import { evidenceOnly } from './evidence-only.rule.ts';
import { fieldOfTheForm } from './field-of-the-form.rule.ts';
import { hypothetical } from './hypothetical.rule.ts';
import { incidentalUse } from './incidental-use.rule.ts';
import { landlineOrLetter } from './landline-or-letter.rule.ts';
import { laterDisclosure } from './later-disclosure.rule.ts';
import { laterSearch } from './later-search.rule.ts';
import { negated } from './negated.rule.ts';
import { occupationOrPlace } from './occupation-or-place.rule.ts';
import { otherCrime } from './other-crime.rule.ts';
import { possible } from './possible.rule.ts';
import { recordingRoute } from './recording-route.rule.ts';
import { reportedThrough } from './reported-through.rule.ts';
import { thingTakenOrGiven } from './thing-taken-or-given.rule.ts';

export const rules: readonly Rule[] = [
  advice,
  afterTheOffence,
  antecedents,
  background,
  bailOrOrder,
  beforeTheInternet,
  corrected,
  denied,
  detailsAskedFor,
  evidenceOnly,
  fieldOfTheForm,
  hypothetical,
  incidentalUse,
  landlineOrLetter,
  laterDisclosure,
  laterSearch,
  negated,
  occupationOrPlace,
  otherCrime,
  possible,
  recordingRoute,
  reportedThrough,
  thingTakenOrGiven,
];
