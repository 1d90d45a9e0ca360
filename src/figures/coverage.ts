/**
 * Which forces stand behind a figure, which do not, and what is not public about it, as data and as one sentence. Who
 * gave no data is said only where it is known; of every other force that is not in a figure it is said that its answer
 * is not published.
 */
import type { AreaLookUp } from './area-look-up.ts';
import { readNote } from './doubts.ts';
import type { Coverage, FigureArea } from './figure.ts';

/** What one force stated of itself. */
export function ownCoverage(force: FigureArea): Coverage {
  return {
    included: 1,
    asked: 1,
    includedForces: [force.code],
    includedUnnamed: 0,
    missing: [],
    sentence: `${force.name} alone.`,
  };
}

/** A force of which no number is known. */
export function noCoverage(area: FigureArea, look: AreaLookUp): Coverage {
  const missing = area.forces.map((force) => ({ force, why: whyMissing(force, look) }));
  const [only] = missing;
  const sentence =
    area.kind === 'force' && only !== undefined
      ? `${area.name}: ${only.why}.`
      : `None of the ${area.forces.length} forces: no figure of theirs is in this release.`;
  return {
    included: 0,
    asked: area.forces.length,
    includedForces: [],
    includedUnnamed: 0,
    missing,
    sentence,
  };
}

/** The forces of an area whose own figures are known. */
export function sumCoverage(area: FigureArea, included: readonly string[], look: AreaLookUp): Coverage {
  const coverage = statedCoverage(area, included, 0, look);
  const out = coverage.missing.length;
  const rest = out > 6 ? ` This release has no figure of its own for any of the other ${out}.` : '';
  return { ...coverage, sentence: `${coverage.sentence}${rest}` };
}

/** Forces that share what a published total leaves. `pool` are those the unnamed ones must be among. */
export function groupCoverage(
  area: FigureArea,
  forces: readonly string[],
  unnamed: number,
  pool: readonly string[],
  look: AreaLookUp,
): Coverage {
  const included = forces.length + unnamed;
  const named = list(forces.map((force) => look.area(force).short));
  const others = `${unnamed} of the ${pool.length} forces whose answers are not published; which ${unnamed} they are is not published either`;
  const sentence =
    unnamed === 0
      ? `${included} of the ${area.forces.length} forces, together: ${named}.`
      : `${forces.length === 0 ? '' : `${named}, and `}${others}.`;
  return {
    included,
    asked: area.forces.length,
    includedForces: [...forces],
    includedUnnamed: unnamed,
    missing: [],
    sentence,
  };
}

/** What a statement says of itself: its forces by name, and how many more there are. */
export function statedCoverage(
  area: FigureArea,
  forces: readonly string[],
  unnamed: number,
  look: AreaLookUp,
): Coverage {
  const included = forces.length + unnamed;
  const asked = area.forces.length;
  // Where some of the included have no name, a force that is not named may still be among them.
  const missing = area.forces
    .filter((force) => !forces.includes(force) && (unnamed === 0 || gaveNone(force, look)))
    .map((force) => ({ force, why: whyMissing(force, look) }));
  const count = included === asked ? `All ${asked} forces` : `${included} of the ${asked} forces`;
  const named = unnamed === 0 ? `: ${list(forces.map((force) => look.area(force).short))}` : '';
  const more =
    unnamed > 0
      ? ` ${unnamedSentence(forces.length, unnamed, asked - included, missing, look)}`
      : missing.length > 0 && missing.length <= 6
        ? ` ${missingSentence(missing, look)}`
        : '';
  return {
    included,
    asked,
    includedForces: [...forces],
    includedUnnamed: unnamed,
    missing,
    sentence: `${count}${named}.${more}`,
  };
}

type Missing = Coverage['missing'];

function missingSentence(missing: Missing, look: AreaLookUp): string {
  const said = missing.map(({ force, why }) => `${look.area(force).short} (${why})`);
  return `Not in it: ${list(said)}.`;
}

function unnamedSentence(
  named: number,
  unnamed: number,
  without: number,
  missing: Missing,
  look: AreaLookUp,
): string {
  const who =
    named > 0
      ? `Which they were is published for ${named}; the other ${unnamed} are not named.`
      : `Which ${unnamed} they were is not published.`;
  if (without <= 0) return who;
  const known = list(missing.map(({ force }) => withArticle(look.area(force).name)));
  if (missing.length === 0) return `${who} Which ${without} are not in it is not published.`;
  const verb = missing.length === 1 ? 'is' : 'are';
  const rest =
    missing.length < without
      ? `of the ${without} not in it, only ${known} ${verb} named`
      : `not in it ${verb} ${known}`;
  return `${who} ${rest.charAt(0).toUpperCase()}${rest.slice(1)}.`;
}

/** A service has an article, a police or a constabulary has none. */
function withArticle(name: string): string {
  return name.endsWith('Service') ? `the ${name}` : name;
}

export function gaveNone(force: string, look: AreaLookUp): boolean {
  return ['refused', 'no-reply', 'not-held', 'flag-not-used', 'clarification', 'empty', 'lost'].includes(
    look.request(force).state,
  );
}

export function whyMissing(force: string, look: AreaLookUp): string {
  const { state, note } = look.request(force);
  switch (state) {
    case 'answered':
    case 'partial':
      return 'own figure not published';
    case 'refused':
      return 'refused';
    case 'no-reply':
      // A state taken from a published report says no more than the report does.
      return readNote(note).urls.length > 0 ? 'publicly reported to have given no data' : 'no reply';
    case 'not-held':
      return 'does not hold the data';
    case 'flag-not-used':
      return 'does not use the flag';
    case 'clarification':
      return 'asked what was meant and has not answered';
    case 'empty':
    case 'lost':
      return 'sent a reply without figures';
    case 'unknown':
      return 'no figure in this release';
  }
}

/** `a`, `a and b`, `a, b and c`, in the order of the alphabet. */
export function list(names: readonly string[]): string {
  const sorted = [...names].sort();
  return sorted.length < 2 ? sorted.join('') : `${sorted.slice(0, -1).join(', ')} and ${sorted.at(-1)}`;
}
