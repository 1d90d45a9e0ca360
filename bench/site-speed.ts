/**
 * How long the site and the bulletins of 44 forces over 10 years take, from released figures to bytes: `node
 * bench/site-speed.ts [RUNS]`. The figures are made up: every area has totals, ages and sexes for each year, and every number
 * of a force a page of its own for where it was read. Measured twice over: one release that holds all ten years, and ten
 * releases of one year each, as they come out year by year, each with its 55 bulletins as page, text and Word file. The bar
 * is 10 s on two cores for either, and 150 kB for a page; the slowest run and the heaviest page count.
 */
import { renderBulletins } from '#publish/bulletin/render-bulletins.ts';
import { renderSite } from '#publish/site/render-site.ts';
import type { Release } from '#tables/release.ts';
import { releaseOf, TEN_YEARS } from '../test/support/ten-years.ts';

const BAR = 10_000;
const HEAVIEST = 150_000;
const runs = Number(process.argv[2] ?? 3);
const cases: readonly (readonly [name: string, releases: readonly Release[]])[] = [
  ['one release of ten years', [releaseOf(TEN_YEARS)]],
  ['ten releases of one year', TEN_YEARS.map((year) => releaseOf([year]))],
];
for (const [name, releases] of cases) {
  const times: number[] = [];
  /** Seconds of processor time: on a busy machine the time by the clock tells of the neighbours. */
  const work: number[] = [];
  let counted = { pages: 0, bulletins: 0, heaviest: { path: '', bytes: 0 } };
  for (let run = 0; run < runs; run++) {
    // Copies: what was made for a release is remembered by the release itself.
    const fresh = releases.map((release) => ({ ...release }));
    const from = performance.now();
    const cpu = process.cpuUsage();
    const made = fresh.map((release) => ({ site: renderSite(release), bulletins: renderBulletins(release) }));
    times.push(performance.now() - from);
    const { user, system } = process.cpuUsage(cpu);
    work.push((user + system) / 1e6);
    counted = countOf(made);
  }
  const sorted = [...times].sort((a, b) => a - b);
  const [middle, slowest] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
  const { pages, bulletins, heaviest } = counted;
  process.stdout.write(
    `${name}: ${pages} pages and ${bulletins} bulletin files, median ${(middle / 1000).toFixed(2)} s, slowest ${(slowest / 1000).toFixed(2)} s of ${runs} (at most ${Math.max(...work).toFixed(2)} s of processor), bar ${BAR / 1000} s; heaviest page ${Math.round(heaviest.bytes / 1000)} kB (${heaviest.path}), bar ${HEAVIEST / 1000} kB\n`,
  );
  if (slowest > BAR || heaviest.bytes > HEAVIEST) process.exitCode = 1;
}

function countOf(
  made: readonly {
    readonly site: ReadonlyMap<string, string | Uint8Array>;
    readonly bulletins: ReadonlyMap<string, string | Uint8Array>;
  }[],
) {
  const pages = made
    .flatMap(({ site }) => [...site])
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, content]) => ({ path, bytes: Buffer.byteLength(content) }));
  const heaviest = pages.reduce((most, page) => (page.bytes > most.bytes ? page : most));
  return {
    pages: pages.length,
    bulletins: made.reduce((sum, { bulletins }) => sum + bulletins.size, 0),
    heaviest,
  };
}
