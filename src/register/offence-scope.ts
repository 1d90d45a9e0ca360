/**
 * Whether an offence is one against a child in the sense of the flag's figures: a sexual or image offence by the register, and
 * whether its own wording names a child. An offence that the register does not hold is another offence; one that is not stated
 * at all is not known, which is not the same.
 */
import { readFacts } from './facts.ts';
import type { Offences } from './offences.ts';
import { ownRegister } from './own-register.ts';

export type OffenceScope = {
  /** `not-known` when neither a code nor a title is stated. */
  readonly kind: 'sexual-or-image' | 'other' | 'not-known';
  /** `mixed`: a class that holds offences of both kinds. */
  readonly namesChild: 'yes' | 'no' | 'mixed';
  /** The code of the register, or the code as stated. */
  readonly code: string;
  readonly title: string;
  /** The class of the Home Office it counts in, for grouping. */
  readonly group: string;
};

const CODES = [
  'code',
  'short',
  'title',
  'group',
  'class',
  'act',
  'section',
  'child_specific',
  'in_force_from',
  'in_force_to',
  'often_online',
  'code_verified',
  'section_basis',
  'note',
] as const;
const CLASSES = ['class', 'title', 'parent', 'names_child_victim'] as const;
const NAMES_CHILD = { y: 'yes', n: 'no', mixed: 'mixed' } as const;

export function offenceScopes(
  { findOffence }: Offences,
  dir: string = ownRegister,
): (code: string, title: string) => OffenceScope {
  const known = new Map<string, OffenceScope>();
  for (const fact of readFacts(dir, 'offence-classes.csv', CLASSES)) {
    known.set(fact.class, {
      kind: 'sexual-or-image',
      namesChild: NAMES_CHILD[fact.names_child_victim as keyof typeof NAMES_CHILD] ?? 'mixed',
      code: fact.class,
      title: fact.title,
      group: fact.class,
    });
  }
  for (const fact of readFacts(dir, 'offences.csv', CODES)) {
    known.set(plain(fact.code), {
      kind: 'sexual-or-image',
      namesChild: NAMES_CHILD[fact.child_specific as keyof typeof NAMES_CHILD] ?? 'mixed',
      code: fact.code,
      title: fact.title,
      group: fact.class === '' ? fact.group : fact.class,
    });
  }
  return (code, title) => {
    const stated = code.trim();
    const byCode = formsOf(stated).flatMap((form) => known.get(form) ?? [])[0];
    if (byCode !== undefined) return byCode;
    for (const text of [stated, title.trim()]) {
      const found = text === '' ? null : findOffence(text);
      const value = found?.kind === 'exact' || found?.kind === 'near' ? found.value : null;
      const one =
        value === null ? undefined : known.get(value.kind === 'code' ? plain(value.code) : value.code);
      if (one !== undefined) return one;
    }
    const isStated = stated !== '' || title.trim() !== '';
    return {
      kind: isStated ? 'other' : 'not-known',
      namesChild: 'no',
      code: stated,
      title: title.trim(),
      group: 'other',
    };
  };
}

/** `071/17`, `71/017`, `07117` and `HO 71/17` are one code; a class is `22B` or `022B`. */
function formsOf(text: string): readonly string[] {
  const bare = text
    .replace(/^(?:home office|ho|homc)\s*(?:code|class)?[\s:]*/i, '')
    .toUpperCase()
    .replace(/\s/g, '');
  const parts = /^0*(\d{1,3})[/\-.]0*(\d{1,2})$/.exec(bare);
  if (parts !== null) return [`${parts[1]}/${parts[2]}`];
  const whole = /^0*(\d{1,3})([A-Z]?)$/.exec(bare);
  const joined = /^0?(\d{2,3})(\d{2})$/.exec(bare);
  return [
    ...(whole === null ? [] : [`${whole[1]}${whole[2]}`]),
    ...(joined === null || bare.length < 4 ? [] : [`${Number(joined[1])}/${Number(joined[2])}`]),
  ];
}

function plain(code: string): string {
  return code.split('/').map(Number).join('/');
}
