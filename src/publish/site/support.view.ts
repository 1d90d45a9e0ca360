/**
 * Where to get help, fitted to an area. Emergency first, then lines for children, then for anyone, and lines for adults
 * alone last, whatever the order of the register: a child may be reading. Leaves no service of the area out.
 */
import type { Area, Service } from '#tables/release.ts';
import type { ReleaseIndex } from '../release-index.ts';

export type ServiceView = {
  readonly name: string;
  readonly whoFor: string;
  /** As printed; empty when the service has no number. */
  readonly phone: string;
  /** `tel:08001111`; null when it cannot be called. */
  readonly call: string | null;
  readonly url: string;
};

/** The full list for an area: the country's services, and those of the area, its region, and for a region its forces. */
export function servicesFor(area: Area, index: ReleaseIndex): readonly Service[] {
  const served = new Set([
    'national',
    area.code,
    ...(area.region ? [area.region] : []),
    ...(area.kind === 'region' ? area.forces : []),
  ]);
  return index.release.services
    .filter((service) => served.has(service.area))
    .sort((a, b) => rank(a) - rank(b));
}

/** The few that stand on every page: emergency, the first two for children, every local one, the first for worried adults. */
export function shortList(area: Area, index: ReleaseIndex): readonly ServiceView[] {
  const all = servicesFor(area, index);
  const national = all.filter((service) => service.area === 'national');
  const chosen = new Set([
    ...national.filter((service) => rank(service) === 0).slice(0, 1),
    ...national.filter((service) => rank(service) === 1).slice(0, 2),
    ...all.filter((service) => service.area !== 'national'),
    ...national.filter((service) => /worried about a child\b/i.test(service.whoFor)).slice(0, 1),
  ]);
  return all.filter((service) => chosen.has(service)).map(serviceView);
}

export function serviceView({ name, whoFor, phone, url }: Service): ServiceView {
  const digits = phone.replace(/\s/g, '');
  return { name, whoFor, phone, call: /^\d{3,}$/.test(digits) ? `tel:${digits}` : null, url };
}

/** 0 emergency, 1 children, 2 anyone, 3 adults worried about a child, 4 adults and over-16s alone. */
export function rank({ whoFor, phone }: Service): number {
  if (phone === '999') return 0;
  if (/worried about a child\b/i.test(whoFor)) return 3;
  if (/\badults?\b|aged 16 or over|aged 18 or over/i.test(whoFor)) return 4;
  if (/child|young|under-18|\bboys\b|\bgirls\b/i.test(whoFor) && !/^anyone worried/i.test(whoFor)) return 1;
  return 2;
}
