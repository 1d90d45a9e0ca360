/** The bulletins of a release as LibreOffice Writer opens them: all 55, none repaired, with the very sentences of the plain text. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bulletinDocument, serviceText } from '#publish/bulletin/document.ts';
import { documentDocx } from '#publish/bulletin/document-docx.ts';
import { indexRelease } from '#publish/release-index.ts';
import { subjectOf } from '#publish/wording/subject.ts';
import { firstYearRelease } from '../support/first-year-release.ts';
import { convertAll } from '../support/libreoffice.ts';

const release = firstYearRelease();
const index = indexRelease(release);
const documents = release.areas.map((area) => ({
  name: `${area.kind}-${area.slug}`,
  document: bulletinDocument(area, index, subjectOf(release)),
}));

/** Writes files, hands their paths over, and leaves nothing behind. */
function written<T>(
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
  use: (paths: string[]) => T,
): T {
  const dir = mkdtempSync(join(tmpdir(), 'bulletins-'));
  try {
    return use(
      files.map(([name, bytes]) => {
        const path = join(dir, `${name}.docx`);
        writeFileSync(path, bytes);
        return path;
      }),
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test('Writer opens all 55 bulletins without repair and reads in each every sentence of its plain text', () => {
  assert.equal(documents.length, 55);
  const { files, said } = written(
    documents.map(({ name, document }) => [name, documentDocx(document)] as const),
    (paths) => convertAll(paths, 'text'),
  );
  assert.doesNotMatch(said, /repair|corrupt|error/i);
  for (const { name, document } of documents) {
    const bytes = files.get(`${name}.txt`);
    assert.ok(bytes !== undefined, name);
    const text = new TextDecoder().decode(bytes).replace(/\s+/g, ' ');
    const { bulletin, caveats, chart, quote, services, source } = document;
    const must = [
      bulletin.title,
      ...bulletin.paragraphs,
      ...caveats,
      ...(chart === null ? [] : [chart.caption, chart.note]),
      ...(chart?.rows.flatMap(({ label, number, remark }) => `${label} ${number} ${remark}`.trim()) ?? []),
      ...quote,
      ...services.map((service) => `${serviceText(service)} ${service.url}`.trim()),
      source,
    ];
    for (const sentence of must) assert.ok(text.includes(sentence), `${name}: ${sentence}`);
    assert.doesNotMatch(text, /: (?=•|$)/, name);
  }
});

test('Writer prints a bulletin of each kind, and makes nothing of one of which the end is missing', () => {
  const kinds = ['country', 'region', 'force'].map((kind) =>
    documents.find(({ name }) => name.startsWith(kind)),
  );
  const whole = kinds.flatMap((one) =>
    one === undefined ? [] : [[one.name, documentDocx(one.document)] as const],
  );
  assert.equal(whole.length, 3);
  const [, first] = whole[0] ?? [];
  const cut = ['cut', (first ?? new Uint8Array()).slice(0, 2000)] as const;
  const { files } = written([...whole, cut], (paths) => convertAll(paths, 'pdf'));
  for (const [name] of whole)
    assert.equal(new TextDecoder().decode(files.get(`${name}.pdf`)?.slice(0, 5)), '%PDF-', name);
  assert.ok(!files.has('cut.pdf'));
});
