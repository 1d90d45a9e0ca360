/**
 * Serves one release from its folder: the site at the root, and beside it the data, the bulletins and the manifest, at the
 * places where the pages' own links expect them. Reads files and nothing else: only GET and HEAD are answered, and
 * nothing outside the four named places is reachable. Listens on this machine alone unless told otherwise.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { Refusal } from '#finding/refusal.ts';

export type Served = { readonly address: string; readonly close: () => Promise<void> };

export type ServeOptions = {
  /** Folder that a build wrote: holds `site/` and `release.json`. */
  readonly dir: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
};

/** The pages ask for nothing from elsewhere; `frame-ancestors` cannot be said in a page, only in a header. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  // A release is replaced by building it again into the same folder; a reader must not keep the old pages.
  'cache-control': 'no-cache',
};

export async function serveRelease({ dir, port, host = '127.0.0.1' }: ServeOptions): Promise<Served> {
  const folder = resolve(dir);
  const site = join(folder, 'site');
  if (!existsSync(join(site, 'index.html'))) {
    throw new Refusal(
      'not-found',
      `${dir} holds no release: site/index.html is not there. Build one into it first.`,
    );
  }
  const server = fastify({ logger: false, exposeHeadRoutes: true });
  server.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(HEADERS)) reply.header(name, value);
  });
  await mount(server, folder, site);
  server.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed(reply);
    return reply
      .code(404)
      .type('text/html; charset=utf-8')
      .send(await readFile(join(site, '404.html')));
  });
  const address = await server.listen({ port, host });
  return { address: `${address}/`, close: () => server.close() };
}

/** The site has a page in `data/` of its own; the release's data files lie in the same place for whoever asks. */
async function mount(server: FastifyInstance, folder: string, site: string): Promise<void> {
  const there = (paths: readonly string[]): string[] => paths.filter((path) => existsSync(path));
  const options = { redirect: true, cacheControl: false } as const;
  await server.register(fastifyStatic, { ...options, root: site, prefix: '/' });
  const data = there([join(folder, 'data'), join(site, 'data')]);
  await server.register(fastifyStatic, { ...options, root: data, prefix: '/data/', decorateReply: false });
  const bulletins = there([join(folder, 'bulletins')]);
  if (bulletins.length > 0) {
    await server.register(fastifyStatic, {
      ...options,
      root: bulletins,
      prefix: '/bulletins/',
      decorateReply: false,
    });
  }
  server.get('/release.json', (_request, reply) => reply.sendFile('release.json', folder));
}

function notAllowed(reply: FastifyReply): FastifyReply {
  return reply
    .code(405)
    .header('allow', 'GET, HEAD')
    .type('text/plain; charset=utf-8')
    .send('Only GET and HEAD are answered here.\n');
}
