/**
 * The pages of a store itself: which releases there are, which is announced and for when, and the feed of both. Says of an
 * announced release its title and time, and nothing of what is in it.
 */
import type { FastifyInstance } from 'fastify';
import { dayLabel } from '#period/period.ts';
import { urn } from '#publish/open-data/urn.ts';
import type { Announced, Listed, ReleaseSource } from './release-source.ts';

const STYLE =
  'body{font-family:Arial,sans-serif;font-size:1.2rem;line-height:1.5;max-width:44rem;margin:0 auto;padding:1rem}' +
  '.exit{position:fixed;right:1rem;bottom:1rem;background:#fff;border:2px solid #000;padding:.5rem}a{color:#12436d}';

export function addStorePages(server: FastifyInstance, source: ReleaseSource): void {
  server.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(listPage(source)));
  server.get('/announcements/', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(announcementPage(source.announced())),
  );
  server.get('/store.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
  server.get('/feed.atom', (request, reply) =>
    reply
      .type('application/atom+xml; charset=utf-8')
      .send(feed(source, `${request.protocol}://${request.host}`)),
  );
}

function listPage(source: ReleaseSource): string {
  const releases = newestFirst(source.list());
  const items = releases.map(({ id, state, publishedAt }) => {
    const when = publishedAt === null ? '' : `, published ${timeText(publishedAt)}`;
    const note = state === 'superseded' ? ' Superseded: a later release corrects it.' : '';
    return `<li><a href="/release/${id}/index.html">${escaped(titleOf(source, id))}</a>, release ${id}${when}.${note}</li>`;
  });
  const list = items.length === 0 ? '<p>No release is published yet.</p>' : `<ul>${items.join('')}</ul>`;
  const announced =
    source.announced().length === 0 ? '<p>No release is announced.</p>' : announcements(source.announced());
  return page(
    'Releases',
    `${list}<h2>Announced</h2>${announced}<p><a href="/feed.atom">Feed of releases</a></p>`,
  );
}

function announcementPage(announced: readonly Announced[]): string {
  const list = announced.length === 0 ? '<p>No release is announced.</p>' : announcements(announced);
  return page('Announced releases', `${list}<p><a href="/">All releases</a></p>`);
}

function announcements(announced: readonly Announced[]): string {
  const items = [...announced]
    .sort((a, b) => (a.due < b.due ? -1 : 1))
    .map(({ title, due }) => `<li>${escaped(title)}: <time datetime="${due}">${timeText(due)}</time></li>`);
  return `<ul>${items.join('')}</ul>`;
}

function page(title: string, body: string): string {
  return (
    `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>` +
    `<link rel="stylesheet" href="/store.css"></head><body><a class="exit" href="https://www.bbc.co.uk/weather" rel="noreferrer nofollow">Exit this page</a>` +
    `<main><h1>${title}</h1>${body}</main><footer><p>Help: in an emergency <a href="tel:999">999</a>; children can call Childline on <a href="tel:08001111">0800 1111</a>.</p></footer></body></html>\n`
  );
}

/** Entries are releases in the order of their publication; the feed was last changed when the last of them was. */
function feed(source: ReleaseSource, here: string): string {
  const releases = newestFirst(source.list());
  const entries = releases.map(({ id, state, publishedAt }) => {
    const at = publishedAt ?? '1970-01-01T00:00:00.000Z';
    return (
      `<entry><id>${urn(id)}</id><title>${escaped(titleOf(source, id))}</title><updated>${at}</updated><published>${at}</published>` +
      `<link rel="alternate" type="text/html" href="${escaped(`${here}/release/${id}/`)}"/>` +
      `<link rel="enclosure" type="application/json" href="${escaped(`${here}/release/${id}/release.json`)}"/>` +
      `<summary>Release ${id}${state === 'superseded' ? ', superseded by a later release' : ''}.</summary></entry>`
    );
  });
  const updated = releases[0]?.publishedAt ?? '1970-01-01T00:00:00.000Z';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>' +
    `${urn('feed of releases')}</id><title>Releases</title><updated>${updated}</updated><author><name>${escaped(publisherOf(source))}</name></author>` +
    `<link rel="self" href="${escaped(`${here}/feed.atom`)}"/>${entries.join('')}</feed>\n`
  );
}

function newestFirst(releases: readonly Listed[]): readonly Listed[] {
  return [...releases].sort((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1));
}

function titleOf(source: ReleaseSource, id: string): string {
  const release = source.open(id);
  return release === null || release === 'altered' ? id : release.manifest.title;
}

function publisherOf(source: ReleaseSource): string {
  const id = source.latest(null);
  const release = id === null ? null : source.open(id);
  return release === null || release === 'altered' ? 'Cyberflag' : release.manifest.publication.publisher;
}

/** `1 December 2026, 09:30 UTC`, whatever the machine's zone and language. */
function timeText(iso: string): string {
  return `${dayLabel(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
