/**
 * Names by which people look for their area: local authorities of today and those that became part of them, a few towns and
 * counties, each with the force that polices it. Says nothing of places that it does not list.
 */
import { readFacts } from '#register/facts.ts';
import { ownRegister } from '#register/own-register.ts';
import { readLocalAuthorities } from '#register/populations.ts';

export type Place = {
  readonly name: string;
  /** Code of the force. */
  readonly force: string;
  /** `now Cumberland`, for an authority that is no more; empty otherwise. */
  readonly remark: string;
};

export function places(dir: string = ownRegister): readonly Place[] {
  const authorities = readLocalAuthorities(dir);
  const names = new Map(authorities.map(({ code, name }) => [code, name]));
  const listed = authorities.map(({ name, force, isCurrent, successor }): Place => {
    const next = names.get(successor);
    return { name, force, remark: isCurrent || next === undefined || next === name ? '' : `now ${next}` };
  });
  const taken = new Set(listed.map(({ name, force }) => `${name} ${force}`));
  const others = readFacts(dir, 'force-places.csv', ['place', 'force', 'source', 'added'])
    .filter(({ place, force }) => !taken.has(`${place} ${force}`))
    .map(({ place, force }): Place => ({ name: place, force, remark: '' }));
  return [...listed, ...others].sort(
    (a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.force < b.force ? -1 : 1),
  );
}
