/** Which force a return names, and whether that is the one that was asked. */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Register } from '#register/register.ts';
import type { Document } from '../document.ts';

export function forceNamed(
  texts: readonly string[],
  documents: readonly Document[],
  register: Register,
  asked: string | null,
): { readonly force: string | null; readonly findings: readonly Finding[] } {
  const named = new Map<string, number>();
  for (const text of texts.slice(0, 400)) {
    for (const force of register.asked) {
      if (
        names(text, force.name) ||
        (/police|constabulary/i.test(text) && names(text, `${force.area} Police`))
      ) {
        named.set(force.code, (named.get(force.code) ?? 0) + 1);
      }
    }
    if (text.length < 80) {
      const match = /\b(?:police|constabulary|heddlu)\b/iu.test(text)
        ? register.findForce(text.replace(/^.*?:\s*/u, ''))
        : null;
      if (match?.kind === 'exact' && !named.has(match.value.code)) named.set(match.value.code, 1);
    }
  }
  const at = documents[0]?.file ?? '';
  const [first] = named.keys();
  if (asked !== null) {
    if (named.size === 0 || named.has(asked) || first === undefined) return { force: asked, findings: [] };
    return {
      force: asked,
      findings: [
        finding('force-mismatch', at, { named: nameOf(register, first), asked: nameOf(register, asked) }),
      ],
    };
  }
  if (named.size <= 1) return { force: first ?? null, findings: [] };
  const [most, next] = [...named.entries()].sort((a, b) => b[1] - a[1]);
  if (most !== undefined && next !== undefined && most[1] > next[1]) return { force: most[0], findings: [] };
  return {
    force: null,
    findings: [
      finding('force-mismatch', at, {
        named: [...named.keys()].map((code) => nameOf(register, code)).join(', '),
      }),
    ],
  };
}

function names(text: string, name: string): boolean {
  const plain = text.toLowerCase().replace(/&/g, 'and');
  return plain.includes(name.toLowerCase().replace(/&/g, 'and'));
}

function nameOf(register: Register, code: string): string {
  return register.force(code)?.name ?? code;
}

/** The force whose folder a return lies in, when the folder is named as data.police.uk names forces; null otherwise. */
export function forceOfFolder(name: string, register: Register): string | null {
  return register.asked.find((force) => force.slug === name.toLowerCase())?.code ?? null;
}
