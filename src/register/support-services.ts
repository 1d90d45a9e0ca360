/**
 * Where people can get help. A service is shown for an area when it serves the whole country, the area's region or the
 * area itself. A number that only secondary sources show is not given out: the service's own page is.
 */
import { defect, readFacts } from './facts.ts';
import { ownRegister } from './own-register.ts';

export type SupportService = {
  readonly id: string;
  readonly name: string;
  readonly whoFor: string;
  /** '' when the service has none, or when its number is not confirmed by the service or a public body. */
  readonly phone: string;
  readonly url: string;
  /** 'national', or the code of the region or force it serves. */
  readonly area: string;
  readonly sourceUrl: string;
};

export type Services = {
  readonly services: readonly SupportService[];
  /** The services for any of these areas, national ones first, each in the order of the register. */
  readonly servicesFor: (codes: readonly string[]) => readonly SupportService[];
};

const COLUMNS = [
  'rank',
  'id',
  'name',
  'who_for',
  'phone',
  'url',
  'area',
  'evidence',
  'source_url',
  'note',
] as const;

export function readServices(dir: string = ownRegister): Services {
  const file = 'support-services.csv';
  const services = readFacts(dir, file, COLUMNS).map((fact) => {
    if (fact.phone === '' && fact.url === '')
      throw defect(file, fact.line, 'the service has no number and no address');
    if (fact.source_url === '') throw defect(file, fact.line, 'the service has no source');
    return {
      id: fact.id,
      name: fact.name,
      whoFor: fact.who_for,
      phone: fact.evidence.includes('secondary number') ? '' : fact.phone,
      url: fact.url,
      area: fact.area,
      sourceUrl: fact.source_url,
    };
  });
  return {
    services,
    servicesFor(codes) {
      const local = services.filter((service) => codes.includes(service.area));
      return [...services.filter((service) => service.area === 'national'), ...local];
    },
  };
}
