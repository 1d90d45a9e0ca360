/**
 * How many of the validation tests of CSV on the Web our validator passes: `node bench/csvw.ts FOLDER`, where the folder
 * holds the suite of the W3C (`manifest-validation.jsonld` and the files it names). A test whose own file is not in the
 * folder is counted as not obtained, and never as passed.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '#csvw/problem.ts';
import { type Fetch, type Link, validateCsv, validateMetadata } from '#csvw/validate.ts';

const BASE = 'http://www.w3.org/2013/csvw/tests/';
const ALL = 282;

const entry = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string().default(''),
  action: z.string(),
  option: z.object({ metadata: z.string().optional() }).loose().default({}),
  httpLink: z.string().optional(),
});
const manifest = z.object({ entries: z.array(entry) });

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder that holds manifest-validation.jsonld.');
const { entries } = manifest.parse(
  JSON.parse(readFileSync(join(folder, 'manifest-validation.jsonld'), 'utf8')),
);

const failed: string[] = [];
let [passed, missing] = [0, 0];
for (const one of entries) {
  if (!isThere(one.action.split(/[?#]/)[0] ?? '')) {
    missing += 1;
    continue;
  }
  const problems = problemsOf(one);
  if (isAsWanted(one.type, problems)) passed += 1;
  else
    failed.push(
      `${one.id.replace(/^.*#/, '')} ${one.type.replace(/^.*:/, '')} "${one.name}": ${told(problems)}`,
    );
}
for (const line of failed) process.stdout.write(`${line}\n`);
process.stdout.write(
  `${passed} of ${entries.length - missing} tests passed; ${entries.length} listed, ${missing} not obtained; the whole suite has ${ALL}\n`,
);
if (failed.length > 0) process.exitCode = 1;

function problemsOf({ action, option, httpLink }: z.infer<typeof entry>): readonly Problem[] {
  const url = new URL(action, BASE).href;
  const fetchText: Fetch = (address) => {
    // An address with a query is another file, but for the one that the test asks of.
    const [bare = ''] = address === url ? address.split(/[?#]/) : address.split('#');
    const path = bare.startsWith(BASE) ? bare.slice(BASE.length) : null;
    if (path === null || !isThere(path)) return null;
    const text = readFileSync(join(folder ?? '', path), 'utf8');
    return address === url && httpLink !== undefined ? { text, links: linksOf(httpLink) } : { text };
  };
  const given = option.metadata === undefined ? null : new URL(option.metadata, BASE).href;
  return /\.(?:json|jsonld)$/.test(action)
    ? validateMetadata(url, fetchText)
    : validateCsv(url, fetchText, given);
}

function isThere(path: string): boolean {
  const at = join(folder ?? '', path);
  return existsSync(at) && statSync(at).isFile();
}

function linksOf(header: string): readonly Link[] {
  const url = /<([^>]*)>/.exec(header)?.[1];
  const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(header)?.[1] ?? '';
  return url === undefined ? [] : [{ url, rel: part('rel'), type: part('type') }];
}

function isAsWanted(type: string, problems: readonly Problem[]): boolean {
  const hasError = problems.some(({ level }) => level === 'error');
  if (type.endsWith('NegativeValidationTest')) return hasError;
  if (type.endsWith('WarningValidationTest')) return !hasError && problems.length > 0;
  return problems.length === 0;
}

function told(problems: readonly Problem[]): string {
  return problems.length === 0
    ? 'nothing was found'
    : problems.map(({ level, at, says }) => `${level} at ${at}, ${says}`).join('; ');
}
