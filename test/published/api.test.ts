/** The API against its own OpenAPI document: every path is asked, by every option it names, and every answer held against its schema. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { type Served, serveRelease } from '#web/serve-release.ts';
import { writeSmallRelease } from '../support/small-release.ts';
import { everyKindRelease } from '../support/spreadsheet-release.ts';

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];
type Parameter = { name: string; in: 'path' | 'query'; schema: { enum?: string[] } };
type Operation = {
  operationId: string;
  parameters?: Parameter[];
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
};
type Document = {
  openapi: string;
  paths: Record<string, { get: Operation }>;
  components: { schemas: { Problem: JsonSchema } };
};
type Figure = { id: string; status: string; area: { code: string }; sentence: string } & Record<
  string,
  unknown
>;
type Page = { total: number; items: Figure[]; next: string | null };

const dir = mkdtempSync(join(tmpdir(), 'cyberflag-api-'));
const release = everyKindRelease();
let served: Served;
let document: Document;

before(async () => {
  writeSmallRelease(dir, { 'site/index.html': 'home', 'site/404.html': 'none' }, { release });
  served = await serveRelease({ dir, port: 0 });
  document = (await ask<Document>('/api/openapi.json')).body;
});

after(async () => {
  await served.close();
  rmSync(dir, { recursive: true });
});

async function ask<T>(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: T; headers: Headers }> {
  const answer = await fetch(new URL(path, served.address), { headers });
  const text = await answer.text();
  return {
    status: answer.status,
    body: (text === '' ? null : JSON.parse(text)) as T,
    headers: answer.headers,
  };
}

/** Something to ask by for each option: what some figure of the release has. */
const known = release.figures.find(({ breakdown }) => breakdown !== null);
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  release: [release.id, 'latest'],
  figure: ['kind.exact', 'kind.withheld', known?.id ?? ''],
  area: [known?.area ?? ''],
  measure: [known?.measure ?? ''],
  unit: ['offences', 'victims', 'offences a day'],
  period: [release.period],
  dimension: ['age', 'none'],
  category: [known?.breakdown?.category ?? ''],
  method: ['stated', 'sum'],
  vintage: ['2016-06'],
  limit: ['1', '7', '1000'],
  offset: ['0', '5'],
  kind: ['country', 'region', 'force'],
  collection: [release.collection],
};

/** Every path by every value of each option, and once by all options together. */
function requests(path: string, { parameters = [] }: Operation): readonly string[] {
  const valuesOf = ({ name, schema }: Parameter) =>
    schema.enum ?? EXAMPLES[name] ?? assert.fail(`no example for ${name}`);
  let paths = [path];
  for (const parameter of parameters.filter((one) => one.in === 'path')) {
    paths = paths.flatMap((one) =>
      valuesOf(parameter).map((value) => one.replace(`{${parameter.name}}`, encodeURIComponent(value))),
    );
  }
  const options = parameters.filter((one) => one.in === 'query');
  const single = options.flatMap((option) =>
    valuesOf(option).map((value) => `${option.name}=${encodeURIComponent(value)}`),
  );
  const together = options
    .map((option) => `${option.name}=${encodeURIComponent(valuesOf(option)[0] ?? '')}`)
    .join('&');
  return paths.flatMap((one) => [
    one,
    ...single.map((query) => `${one}?${query}`),
    ...(together === '' ? [] : [`${one}?${together}`]),
  ]);
}

test('every path of the OpenAPI document answers what its schema says, by every option that it names', async () => {
  assert.equal(document.openapi, '3.1.0');
  let asked = 0;
  for (const [path, { get }] of Object.entries(document.paths)) {
    const schema = z.fromJSONSchema(get.responses['200']?.content?.['application/json']?.schema ?? {});
    for (const request of requests(path, get)) {
      const { status, body, headers } = await ask(request);
      assert.equal(status, 200, request);
      assert.match(headers.get('content-type') ?? '', /^application\/json/);
      const read = schema.safeParse(body);
      assert.ok(read.success, `${request}: ${read.error?.message}`);
      const again = await ask(request, { 'if-none-match': headers.get('etag') ?? '' });
      assert.deepEqual([again.status, again.body], [304, null], request);
      asked += 1;
    }
  }
  assert.ok(asked > 50, `${asked} requests`);
});

test('every route of the API is in the OpenAPI document', async () => {
  const paths = Object.keys(document.paths).sort();
  assert.deepEqual(paths, [
    '/api/openapi.json',
    '/api/releases',
    '/api/releases/{release}',
    '/api/releases/{release}/areas',
    '/api/releases/{release}/figures',
    '/api/releases/{release}/figures/{figure}',
  ]);
});

const wrong: readonly (readonly [request: string, status: number])[] = [
  ['/api/releases/nothing-r1', 404],
  ['/api/releases/latest/figures/nothing', 404],
  ['/api/nothing', 404],
  ['/api/releases/latest/figures?limit=0', 400],
  ['/api/releases/latest/figures?limit=many', 400],
  ['/api/releases/latest/figures?offset=-1', 400],
  ['/api/releases/latest/figures?status=small', 400],
  ['/api/releases/latest/figures?period=2015', 400],
  ['/api/releases/latest/figures?aera=E23000021', 400],
  ['/api/releases/latest?limit=1', 400],
  ['/api/releases/latest/figures?area=a&area=b', 400],
];

test('what cannot be asked is told as a problem that its schema describes, with what can', async () => {
  const schema = z.fromJSONSchema(document.components.schemas.Problem);
  for (const [request, status] of wrong) {
    const answer = await ask<{ detail: string; status: number }>(request);
    assert.equal(answer.status, status, request);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.ok(schema.safeParse(answer.body).success, request);
    assert.equal(answer.body.status, status);
    assert.match(answer.body.detail, /\w+ \w+/);
  }
});

async function everyFigure(query: string): Promise<readonly Figure[]> {
  const all: Figure[] = [];
  for (let next: string | null = `/api/releases/latest/figures?${query}`; next !== null; ) {
    const page: Page = (await ask<Page>(next)).body;
    all.push(...page.items);
    next = page.next;
  }
  return all;
}

test('pages of any size lead through every figure once, in one order', async () => {
  const whole = (await everyFigure('limit=1000')).map(({ id }) => id);
  assert.deepEqual(
    whole,
    release.figures.map(({ id }) => id),
  );
  assert.deepEqual(
    (await everyFigure('limit=7')).map(({ id }) => id),
    whole,
  );
});

test('a number that is withheld or not available is a status and no number anywhere in the API', async () => {
  for (const status of ['[c]', '[x]']) {
    const figures = await everyFigure(`status=${encodeURIComponent(status)}`);
    assert.ok(figures.length > 0, status);
    for (const figure of figures) {
      assert.equal(figure.status, status);
      for (const name of ['value', 'low', 'high']) assert.ok(!(name in figure), `${figure.id} has ${name}`);
    }
  }
  const withheld = (await everyFigure('limit=1000')).filter(({ status }) => status !== 'published');
  assert.equal(
    withheld.length,
    release.figures.filter(({ number }) => number.value.status !== 'published').length,
  );
});

test('figures of the API are those of the release, number by number', async () => {
  const told = new Map((await everyFigure('limit=1000')).map((figure) => [figure.id, figure]));
  for (const {
    id,
    number: { value },
    sentence,
  } of release.figures) {
    const own = told.get(id);
    assert.equal(own?.sentence, sentence);
    if (value.status !== 'published') continue;
    assert.deepEqual(
      [own?.low, own?.high, own?.value],
      [value.low, value.high, value.low === value.high ? value.low : undefined],
      id,
    );
  }
});

test('the API takes no method but GET and HEAD', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    assert.equal((await fetch(new URL('/api/releases', served.address), { method })).status, 405);
  }
});
