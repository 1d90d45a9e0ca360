/** Writes the pages of the rules anew from their cases: `npm run rules:accept`. Names what changed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleList, rulePage } from '#flag/rule-page.ts';
import { pagedRules } from '#flag/tell.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'rules');

mkdirSync(folder, { recursive: true });
const pages = new Map([
  ['README.md', ruleList(pagedRules)],
  ...pagedRules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const),
]);
for (const [name, text] of pages) {
  const path = join(folder, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  writeFileSync(path, text);
  console.log(`${name} written`);
}
for (const name of readdirSync(folder)) {
  if (pages.has(name)) continue;
  rmSync(join(folder, name));
  console.log(`${name} removed`);
}
