/** Some support services of the register, as a release carries them: national ones, one of a force and one of a region. */
import type { Service } from '#tables/release.ts';

export const services: readonly Service[] = [
  {
    name: 'Police emergency',
    whoFor: 'Anyone, if a child is in immediate danger',
    phone: '999',
    url: 'https://www.ceopeducation.co.uk/parents/get-help/reporting-an-incident/',
    area: 'national',
  },
  {
    name: 'Childline',
    whoFor: 'Children and young people up to 19',
    phone: '0800 1111',
    url: 'https://www.childline.org.uk',
    area: 'national',
  },
  {
    name: 'Report Remove (Childline and IWF)',
    whoFor: 'Under-18s who want a nude image or video of themselves taken down',
    phone: '',
    url: 'https://www.childline.org.uk',
    area: 'national',
  },
  {
    name: 'NSPCC Helpline',
    whoFor: 'Adults worried about a child',
    phone: '0808 800 5000',
    url: 'https://www.nspcc.org.uk',
    area: 'national',
  },
  {
    name: 'CEOP Safety Centre (National Crime Agency)',
    whoFor: 'Children, parents and professionals reporting online sexual abuse or grooming',
    phone: '',
    url: 'https://www.ceop.police.uk/Safety-Centre/',
    area: 'national',
  },
  {
    name: 'Stop It Now helpline (Lucy Faithfull Foundation)',
    whoFor:
      "Anyone worried about child sexual abuse, including their own or someone else's thoughts or behaviour",
    phone: '0808 1000 900',
    url: 'https://www.stopitnow.org.uk/helpline/',
    area: 'national',
  },
  {
    name: '24/7 Rape and Sexual Abuse Support Line (Rape Crisis England & Wales)',
    whoFor: 'Anyone aged 16 or over in England and Wales',
    phone: '0808 500 2222',
    url: 'https://247sexualabusesupport.org.uk',
    area: 'national',
  },
  {
    name: 'Shout',
    whoFor: 'Anyone in the UK who needs support by text',
    phone: 'Text SHOUT to 85258',
    url: 'https://giveusashout.org',
    area: 'national',
  },
  {
    name: 'NAPAC',
    whoFor: 'Adults abused in childhood',
    phone: '0808 801 0331',
    url: 'https://napac.org.uk',
    area: 'national',
  },
  {
    name: 'First Step Leicester, Leicestershire & Rutland',
    whoFor: 'Boys and men aged 13 or over, and their loved ones',
    phone: '0116 254 8535',
    url: 'https://firststepleicester.org.uk',
    area: 'E23000021',
  },
  {
    name: 'Meic',
    whoFor: 'Children and young people up to 25 in Wales',
    phone: '080880 23456',
    url: 'https://www.meiccymru.org',
    area: 'W92000004',
  },
];
