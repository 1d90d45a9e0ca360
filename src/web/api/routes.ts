/**
 * The routes of the API on a server. Every answer has an ETag and is checked against what was declared before it leaves;
 * what is wrong is told as problem+json. An unknown option is refused, since one that is passed over gives a wrong answer.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { OpenRelease, ReleaseSource } from '../release-source.ts';
import { figureAnswers, releaseAnswer } from './answers.ts';
import { type Endpoint, endpoints, type Figure } from './endpoints.ts';
import { openApi } from './openapi.ts';

class Wrong extends Error {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

type Asked = { readonly [key: string]: unknown };
type Answer = (params: Asked, query: Asked, url: string) => unknown;

export function addApi(server: FastifyInstance, source: ReleaseSource): void {
  const open = (id: unknown): OpenRelease => {
    const wanted = id === 'latest' ? source.latest(null) : String(id);
    const found = wanted === null ? null : source.open(wanted);
    if (found === null)
      throw new Wrong(404, 'There is no published release of this id. /api/releases lists those there are.');
    if (found === 'altered')
      throw new Wrong(500, 'This release is not what was published, and nothing of it is given out.');
    return found;
  };
  const answers: Readonly<Record<keyof typeof endpoints, Answer>> = {
    releases: (_params, query, url) => {
      const all = source
        .list()
        .filter(({ collection }) => query.collection === undefined || collection === query.collection);
      const newest = [...all].sort((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1));
      return page(newest, query, url, ({ id }) => releaseAnswer(open(id)));
    },
    release: ({ release }) => releaseAnswer(open(release)),
    areas: ({ release }, query, url) => {
      const all = open(release).manifest.areas.filter(
        ({ kind }) => query.kind === undefined || kind === query.kind,
      );
      return page(all, query, url, ({ code, name, kind }) => ({ code, name, kind }));
    },
    figures: ({ release }, query, url) => {
      const all = figureAnswers(open(release).manifest).filter((figure) => isAsked(figure, query));
      return page(all, query, url, (figure) => figure);
    },
    figure: ({ release, figure }) => {
      const found = figureAnswers(open(release).manifest).find(({ id }) => id === figure);
      if (found === undefined) throw new Wrong(404, 'This release holds no figure of this id.');
      return found;
    },
  };
  for (const [name, endpoint] of Object.entries(endpoints) as [keyof typeof endpoints, Endpoint][]) {
    server.get(endpoint.path.replace(/\{(\w+)\}/g, ':$1'), (request, reply) =>
      answered(request, reply, () => {
        const params = asked(endpoint.params, request.params);
        const query = asked(endpoint.query, request.query);
        return endpoint.answer.parse(answers[name](params, query, request.url));
      }),
    );
  }
  const document = openApi();
  server.get('/api/openapi.json', (request, reply) => answered(request, reply, () => document));
  server.get('/api/*', (request, reply) =>
    answered(request, reply, () => {
      throw new Wrong(404, 'There is nothing here. /api/openapi.json describes what there is.');
    }),
  );
}

function asked(fields: Readonly<Record<string, z.ZodType>>, given: unknown): Asked {
  const read = z.strictObject(fields).safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const unknown =
    issue?.code === 'unrecognized_keys' ? issue.keys.map((key) => `"${key.slice(0, 50)}"`).join(', ') : null;
  const known = Object.keys(fields).join(', ') || 'none';
  throw new Wrong(
    400,
    unknown === null
      ? `"${issue?.path.join('.')}": ${issue?.message}.`
      : `${unknown} cannot be asked for. Options: ${known}.`,
  );
}

function isAsked(figure: Figure, query: Asked): boolean {
  const is = (name: string, value: string | null | undefined) =>
    query[name] === undefined || query[name] === value;
  return (
    is('area', figure.area.code) &&
    is('measure', figure.measure) &&
    is('unit', figure.unit) &&
    is('period', `${figure.period.from}/${figure.period.to}`) &&
    is('dimension', figure.breakdown?.dimension ?? 'none') &&
    is('category', figure.breakdown?.category) &&
    is('method', figure.method) &&
    is('status', figure.status) &&
    is('vintage', figure.vintage)
  );
}

function page<T, U>(all: readonly T[], query: Asked, url: string, answer: (one: T) => U): object {
  const [limit, offset] = [Number(query.limit), Number(query.offset)];
  const next = new URL(url, 'http://here.invalid');
  next.searchParams.set('offset', String(offset + limit));
  next.searchParams.set('limit', String(limit));
  return {
    total: all.length,
    items: all.slice(offset, offset + limit).map(answer),
    next: offset + limit < all.length ? `${next.pathname}${next.search}` : null,
  };
}

async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  make: () => unknown,
): Promise<FastifyReply> {
  try {
    const text = `${JSON.stringify(make())}\n`;
    const tag = `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
    reply.header('etag', tag).header('cache-control', 'no-cache');
    const held = request.headers['if-none-match'];
    if (held?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*')) {
      return reply.code(304).send();
    }
    return reply.type('application/json; charset=utf-8').send(text);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const title =
      { 400: 'This cannot be asked', 404: 'Not found', 500: 'Not as released' }[error.status] ?? 'Refused';
    return reply
      .code(error.status)
      .type('application/problem+json; charset=utf-8')
      .send(
        `${JSON.stringify({ type: 'about:blank', title, status: error.status, detail: error.message })}\n`,
      );
  }
}
