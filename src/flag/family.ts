/**
 * The kind of offence a code stands for. It weighs a doubtful mention and says when a record without any mention is too sparse to
 * decide; it never decides.
 */
export type Family = 'image' | 'communication' | 'remote' | 'contact' | 'other' | 'unknown';

const CONTACT = /^(?:13|17|19|20|21|22|23|70|72|73|88D)/;

/** An extract has a few hundred codes and titles; a hostile file ever new ones. */
const MOST_KEPT = 4_096;
const ofCodes = new Map<string, Family | null>();
const ofTitles = new Map<string, Family>();

export function familyOf(code: string | null, title: string | null): Family {
  return kept(ofCodes, code ?? '', readCode) ?? kept(ofTitles, title ?? '', readTitle);
}

function kept<F>(known: Map<string, F>, text: string, read: (text: string) => F): F {
  const found = known.get(text);
  if (found !== undefined) return found;
  const family = read(text);
  if (known.size < MOST_KEPT) known.set(text, family);
  return family;
}

/** Null where no code is given: then the title must say. */
function readCode(code: string): Family | null {
  const plain = code
    .trim()
    .toUpperCase()
    .replace(/^0+(?=\d)/, '')
    .replace(/\/0+(?=\d)/, '/')
    .replace(/\s/g, '');
  if (plain === '') return null;
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

function readTitle(title: string): Family {
  const low = title.toLowerCase();
  if (low === '') return 'unknown';
  if (/image|photograph/.test(low)) return 'image';
  if (/communication with a child/.test(low)) return 'communication';
  if (/groom|harass|stalk|malicious|blackmail|exploit|voyeur|exposure/.test(low)) return 'remote';
  if (/sexual|rape|penetration|incest/.test(low)) return 'contact';
  return 'other';
}
