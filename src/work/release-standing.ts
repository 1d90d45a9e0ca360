/** Whether a release holds real figures or practice data, said so that nobody can miss it, and where they come from. */
import type { Collection } from '#collection/collection.ts';
import type { Request } from '#collection/read-requests.ts';
import { readNote } from '#figures/doubts.ts';
import type { PublishedLine } from '#figures/input.ts';
import { dayLabel } from '#period/period.ts';
import type { Area, Origin, Release } from '#tables/release.ts';

const PRACTICE = /\bpractice\b/i;
const RECONSTRUCTED = /\breconstructed\b/i;

/** Practice when the collection or any of its files says so: one invented file makes every sum it enters invented. */
export function standingOf(
  collection: Collection,
  origins: readonly Origin[],
): Pick<Release, 'standing' | 'standingSentence'> {
  const said = [collection.title, ...origins.map(({ declares }) => declares ?? '')];
  if (said.some((text) => PRACTICE.test(text))) {
    return {
      standing: 'practice',
      standingSentence:
        'Practice data. Every figure here is invented, and none belongs to the force it is shown for.',
    };
  }
  const rebuilt = said.some((text) => RECONSTRUCTED.test(text))
    ? ' The replies of the forces are not public: the files shown here were reconstructed from the published figures.'
    : '';
  return {
    standing: 'real',
    standingSentence: `Real figures, each as it was stated or published at the time and with its source.${rebuilt}`,
  };
}

/** Each address once, named for what was read there. */
export function sourcesOf(
  published: readonly PublishedLine[],
  requests: readonly Request[],
  areas: readonly Area[],
): Release['sources'] {
  const sources = new Map<string, string>();
  const put = (url: string, what: string) => {
    if (url !== '' && !sources.has(url)) sources.set(url, `${what} (${hostOf(url)})`);
  };
  for (const line of published) put(line.sourceUrl, `${line.area}, ${monthOf(line.release)}`);
  for (const { force, note } of requests) {
    const name = areas.find(({ code }) => code === force)?.name ?? force;
    for (const url of readNote(note).urls) put(url, name);
  }
  return [...sources].map(([url, label]) => ({ label, url }));
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

function monthOf(release: string): string {
  return dayLabel(`${release}-01`).replace(/^1 /, '');
}
