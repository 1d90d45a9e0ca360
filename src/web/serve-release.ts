/**
 * Serves releases: one built folder with its site at the root, or a store with every published release under its own address.
 * Reads files and nothing else: only GET and HEAD are answered, and nothing that no manifest names is reachable. Listens on
 * this machine alone unless told otherwise.
 */
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { type Clock, isStore } from '#releases/store.ts';
import { addApi } from './api/routes.ts';
import { fileAnswer, missing } from './file-answer.ts';
import { folderSource, type ReleaseSource, storeSource } from './release-source.ts';
import { addStorePages } from './store-pages.ts';

export type Served = { readonly address: string; readonly close: () => Promise<void> };

export type ServeOptions = {
  /** Folder that a build wrote, or a store of releases. */
  readonly dir: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  readonly clock?: Clock;
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
};

/** How often a store is looked at for what is due, when nobody asks for anything. */
const LOOK_AGAIN = 1000;

export async function serveRelease({
  dir,
  port,
  host = '127.0.0.1',
  clock = () => new Date(),
}: ServeOptions): Promise<Served> {
  const isKept = isStore(dir);
  const source = isKept ? storeSource(dir, clock) : folderSource(dir);
  const server = fastify({ logger: false, exposeHeadRoutes: true, routerOptions: { maxParamLength: 500 } });
  server.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(HEADERS)) reply.header(name, value);
    // What stands at an address may be replaced by a build or a new release; a reader must not keep the old page.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
  });
  addApi(server, source);
  addReleases(server, source);
  if (isKept) addStorePages(server, source);
  else addRoot(server, source);
  server.setNotFoundHandler(async (request, reply) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? missing(newest(source), reply)
      : notAllowed(reply),
  );
  // What is due is published when somebody asks; the timer is for when nobody does.
  const timer = isKept ? setInterval(() => source.list(), LOOK_AGAIN) : undefined;
  timer?.unref();
  if (isKept) source.list();
  const address = await server.listen({ port, host });
  return {
    address: `${address}/`,
    close: async () => {
      clearInterval(timer);
      await server.close();
    },
  };
}

function newest(source: ReleaseSource) {
  const id = source.latest(null);
  const found = id === null ? null : source.open(id);
  return found === 'altered' ? null : found;
}

function addRoot(server: FastifyInstance, source: ReleaseSource): void {
  server.get('/*', (request, reply) => {
    const release = newest(source);
    const path = (request.params as { readonly '*': string })['*'];
    return (release === null ? null : fileAnswer(release, path, request, reply)) ?? missing(release, reply);
  });
}

/** `/release/<id>/…` for good, `/latest/…` and `/latest/<collection>/…` for what stands now. */
function addReleases(server: FastifyInstance, source: ReleaseSource): void {
  server.get('/release/:id/*', (request, reply) => {
    const { id, '*': path } = request.params as { readonly id: string; readonly '*': string };
    const release = source.open(id);
    if (release === 'altered') return altered(reply);
    if (release === null) return missing(newest(source), reply);
    const next = release.listed.state === 'superseded' ? source.latest(release.listed.collection) : null;
    if (next !== null) reply.header('link', `</release/${next}/>; rel="successor-version"`);
    return fileAnswer(release, path, request, reply) ?? missing(release, reply);
  });
  server.get('/latest/*', (request, reply) => {
    const { '*': whole } = request.params as { readonly '*': string };
    const [first = '', ...rest] = whole.split('/');
    const own = source.latest(first);
    const id = own ?? source.latest(null);
    const release = id === null ? null : source.open(id);
    if (release === 'altered') return altered(reply);
    if (release === null) return missing(null, reply);
    if (own !== null && rest.length === 0) return reply.redirect(`/latest/${first}/`, 301);
    reply.header('link', `</release/${release.listed.id}/>; rel="canonical"`);
    return (
      fileAnswer(release, own === null ? whole : rest.join('/'), request, reply) ?? missing(release, reply)
    );
  });
}

function altered(reply: FastifyReply): FastifyReply {
  return reply
    .code(500)
    .type('text/plain; charset=utf-8')
    .send('This release is not what was published, and nothing of it is given out.\n');
}

function notAllowed(reply: FastifyReply): FastifyReply {
  return reply
    .code(405)
    .header('allow', 'GET, HEAD')
    .type('text/plain; charset=utf-8')
    .send('Only GET and HEAD are answered here.\n');
}
