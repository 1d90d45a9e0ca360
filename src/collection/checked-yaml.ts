/**
 * YAML that people write, checked against what it must be. A refusal names the file and the line, what was found there and
 * what to write instead; nothing is filled in and nothing unknown is passed over.
 */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { Refusal } from '#finding/refusal.ts';

export type CheckedYaml<T> = {
  readonly value: T;
  /** Line of a field, `['0', 'who']`, or of the nearest part of the file that holds it. */
  readonly lineOf: (where: readonly string[]) => number;
};

/** `name` is what a refusal calls the file; `page` the page of the documentation that lists its fields. */
export function checkedYaml<T>(
  source: string,
  schema: z.ZodType<T>,
  { name, page }: { readonly name: string; readonly page: string },
): CheckedYaml<T> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, schema: 'core' });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const line = lines.linePos(broken.pos[0]).line;
    throw new Refusal('bad-use', `${name}, line ${line}: this is not YAML (${firstLine(broken.message)}).`);
  }
  const read = schema.safeParse(plain(document, name));
  const lineOf = (where: readonly string[]): number => lineIn(document, lines, where);
  if (read.success) return { value: read.data, lineOf };
  const [issue] = read.error.issues;
  const where = (issue?.path ?? []).map(String);
  const isMissing = where.length > 0 && !document.hasIn(pathOf(where));
  throw new Refusal('bad-use', `${name}, line ${lineOf(where)}: ${say(issue, where, isMissing, page)}`);
}

/** Aliases may repeat a value a few times; many times over they are an attack on memory. */
function plain(document: ReturnType<typeof parseDocument>, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 });
  } catch (cause) {
    throw new Refusal('bad-use', `${name}: it repeats itself by aliases (*). Write every value out.`, {
      cause,
    });
  }
}

function say(
  issue: z.core.$ZodIssue | undefined,
  where: readonly string[],
  isMissing: boolean,
  page: string,
): string {
  const field = where.join('.');
  if (issue?.code === 'unrecognized_keys') {
    return `"${issue.keys.join('", "')}" is not known here. The fields are those of ${page}.`;
  }
  if (isMissing) return `"${field}" is missing: ${issue?.message ?? 'write it'}.`;
  return `${field === '' ? '' : `"${field}": `}${issue?.message ?? 'cannot be read'}.`;
}

function lineIn(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  where: readonly string[],
): number {
  for (let depth = where.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(pathOf(where.slice(0, depth)), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function pathOf(where: readonly string[]): readonly (string | number)[] {
  return where.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
