/**
 * The page of a rule in the method, made from the rule itself: what it says, what follows, and its cases. The pages are never written
 * by hand, so that what officers read is what is tested.
 */
import type { Effect } from './decision.ts';
import type { Case } from './rule.ts';

/** What a page needs to know of a rule, whether it reads mentions or the record as a whole. */
export type PagedRule = {
  readonly id: string;
  readonly group: string;
  readonly effect: Effect | 'decides';
  readonly says: string;
  readonly speaks: readonly Case[];
  readonly nearMisses: readonly Case[];
};

const EFFECTS: Readonly<Record<PagedRule['effect'], string>> = {
  'sets-aside': 'A mention it reads is no means of this offence. Other mentions of the record stand.',
  doubts: 'A mention it reads does not decide by itself: a person must look, unless another mention stands.',
  supports: 'A mention it reads speaks for the flag.',
  decides: 'It answers for the record as a whole, when all mentions are read.',
};

export function rulePage(rule: PagedRule): string {
  return [
    `# ${rule.id}`,
    '',
    rule.says,
    '',
    `Class of the guidance: ${rule.group}. ${EFFECTS[rule.effect]}`,
    '',
    '## It speaks',
    '',
    ...rule.speaks.map(line),
    '',
    '## Near misses: it does not speak',
    '',
    ...rule.nearMisses.map(line),
    '',
    'The cases are written for the purpose. Each is a test of the rule.',
    '',
  ].join('\n');
}

function line({ text, code, on, gives }: Case): string {
  const more = [
    code === undefined ? '' : `offence ${code}`,
    on === undefined ? '' : `recorded ${on}`,
    gives ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  return `- ${text}${more === '' ? '' : ` (${more})`}`;
}

export function ruleList(rules: readonly PagedRule[]): string {
  const rows = rules
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, group, says }) => `| [${id}](${id}.md) | ${group} | ${says} |`);
  return [
    '# Rules of the flag',
    '',
    'One page for each rule, made from the cases that test it by `npm run rules:accept`. How they work together: [the flag',
    'decision](../method/flag.md).',
    '',
    '| rule | class | says |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
