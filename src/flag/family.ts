/**
 * The kind of offence a code stands for. It weighs a doubtful mention and says when a record without any mention is too sparse to
 * decide; it never decides.
 */
export type Family = 'image' | 'communication' | 'remote' | 'contact' | 'other' | 'unknown';

const CONTACT = /^(?:13|17|19|20|21|22|23|70|72|73|88D)/;

/** An extract has a few hundred codes and titles; a hostile file ever new ones. */
const MOST_KEPT = 4_096;
const kept = new Map<string, Family>();

export function familyOf(code: string | null, title: string | null): Family {
  const name = `${code ?? ''}\n${title ?? ''}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const family = readFamily(code, title);
  if (kept.size < MOST_KEPT) kept.set(name, family);
  return family;
}

function readFamily(code: string | null, title: string | null): Family {
  const plain = (code ?? '')
    .trim()
    .toUpperCase()
    .replace(/^0+(?=\d)/, '')
    .replace(/\/0+(?=\d)/, '/')
    .replace(/\s/g, '');
  if (plain === '') return ofTitle(title ?? '');
  if (/^86|^88\/1[45]$/.test(plain)) return 'image';
  if (plain === '71/17') return 'communication';
  if (
    /^(?:88A|88\/0?[12]$|71|88C|88E|88\/9|88\/10|88\/12|3A|3B|8L|8M|8Q|8R|8\/|35|36|66|106|125|NFIB|195)/.test(
      plain,
    )
  )
    return 'remote';
  if (CONTACT.test(plain)) return 'contact';
  return 'other';
}

function ofTitle(title: string): Family {
  const low = title.toLowerCase();
  if (low === '') return 'unknown';
  if (/image|photograph/.test(low)) return 'image';
  if (/communication with a child/.test(low)) return 'communication';
  if (/groom|harass|stalk|malicious|blackmail|exploit|voyeur|exposure/.test(low)) return 'remote';
  if (/sexual|rape|penetration|incest/.test(low)) return 'contact';
  return 'other';
}
