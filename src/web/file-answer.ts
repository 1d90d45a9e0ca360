/**
 * Answers with one file of a release. A path of the site stands at the root of the release; its data, bulletins, workbooks and
 * manifest stand beside the pages under their own names. A file that has changed since it was released is never given out.
 */
import { posix } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenRelease } from './release-source.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.png': 'image/png',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Kept beside the site; everything else of a release is not for the web by itself. */
const BESIDE = /^(?:data\/|bulletins\/|spreadsheets\/|release\.json$|catalogue\.jsonld$)/;

export const ALTERED = 'This file is not what was published, and is not given out.\n';

/** Null when the release holds nothing there. */
export function fileAnswer(
  release: OpenRelease,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | null {
  const wanted = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const places = [`site/${wanted}`, ...(BESIDE.test(wanted) ? [wanted] : [])];
  for (const place of places) {
    const found = release.read(place);
    if (found === null) continue;
    if (found === 'altered') return reply.code(500).type('text/plain; charset=utf-8').send(ALTERED);
    const tag = `"${found.sha256.slice(0, 32)}"`;
    reply.header('etag', tag);
    if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send();
    return reply
      .type(TYPES[posix.extname(place)] ?? 'application/octet-stream')
      .send(Buffer.from(found.bytes));
  }
  const isFolder = wanted === path && release.read(`site/${path}/index.html`) !== null;
  return isFolder ? reply.redirect(`${request.url.split('?')[0]}/`, 301) : null;
}

/** The release's own page for what is not there; plain words where it has none. */
export function missing(release: OpenRelease | null, reply: FastifyReply): FastifyReply {
  const page = release?.read('site/404.html') ?? null;
  if (page === null || page === 'altered') {
    return reply.code(404).type('text/plain; charset=utf-8').send('There is nothing here.\n');
  }
  return reply.code(404).type('text/html; charset=utf-8').send(Buffer.from(page.bytes));
}
