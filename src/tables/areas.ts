/** The areas of a release, from the register: the country, Wales and the English regions, and the 44 forces asked. */
import type { Areas } from '#register/areas.ts';
import type { Forces } from '#register/forces.ts';
import type { Area } from './release.ts';

export function areasOf(register: Pick<Areas, 'areas'> & Pick<Forces, 'asked'>): readonly Area[] {
  const asked = register.asked;
  const above = register.areas.map(
    ({ code, kind, name, slug }): Area => ({
      code,
      kind,
      name,
      short: name,
      slug,
      forces: asked.filter((force) => kind === 'country' || force.region === code).map((force) => force.code),
      region: null,
    }),
  );
  const forces = asked.map(
    ({ code, name, area, slug, region }): Area => ({
      code,
      kind: 'force',
      name,
      short: area,
      slug,
      forces: [code],
      region,
    }),
  );
  const country = above.filter(({ kind }) => kind === 'country');
  const regions = above.filter(({ kind }) => kind === 'region');
  return [...country, ...regions, ...forces];
}
