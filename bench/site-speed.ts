/**
 * How long the site and the bulletins of 44 forces over 10 years take, from figures to bytes: `node bench/site-speed.ts
 * [RUNS]`. The figures are made up: every force has a total for each year and a statement of others for it. The bar is 10 s
 * on two cores, and 150 kB for a page; the slowest run and the heaviest page count.
 */
import { join } from 'node:path';
import { financialYear, label, written } from '#period/period.ts';
import { renderBulletins } from '#publish/bulletin/render-bulletins.ts';
import { renderSite } from '#publish/site/render-site.ts';
import type { PublishedFact } from '#register/published-figures.ts';
import { readRegister } from '#register/register.ts';
import type { Release } from '#tables/release.ts';
import { buildRelease } from '#work/build-release.ts';
import { releaseSeries } from '#work/release-series.ts';

const YEARS = Array.from({ length: 10 }, (_, at) => 2015 + at);
const runs = Number(process.argv[2] ?? 3);
const register = readRegister();
const example = join(import.meta.dirname, '..', 'examples', 'flagged-2015-16');
const { release: first } = await buildRelease(example, { register });
const times: number[] = [];
let heaviest = { path: '', bytes: 0 };
let files = 0;
/** Seconds of processor time: on a busy machine the time by the clock tells of the neighbours. */
let work = 0;
for (let run = 0; run < runs; run++) {
  const from = performance.now();
  const cpu = process.cpuUsage();
  const release = tenYears(first);
  const site = renderSite(release);
  const bulletins = renderBulletins(release);
  times.push(performance.now() - from);
  const { user, system } = process.cpuUsage(cpu);
  work = (user + system) / 1e6;
  files = site.size + bulletins.size;
  for (const [path, content] of site) {
    if (!path.endsWith('.html') || content.length <= heaviest.bytes) continue;
    heaviest = { path, bytes: content.length };
  }
}
const sorted = [...times].sort((a, b) => a - b);
const [middle, slowest] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
process.stdout.write(
  `44 forces, 10 years, ${files} files: median ${(middle / 1000).toFixed(2)} s, slowest ${(slowest / 1000).toFixed(2)} s of ${runs} (${work.toFixed(2)} s of processor), bar 10 s\nheaviest page ${Math.round(heaviest.bytes / 1000)} kB (${heaviest.path}), bar 150 kB\n`,
);
if (slowest > 10_000 || heaviest.bytes > 150_000) process.exitCode = 1;

function tenYears(release: Release): Release {
  const own = release.figures.filter(({ breakdown, group }) => breakdown === null && group === null);
  const figures = YEARS.slice(1).flatMap((year) =>
    own.map((figure) => ({
      ...figure,
      id: `${figure.id}.${year}`,
      period: written(financialYear(year)),
      from: [],
    })),
  );
  return {
    ...release,
    figures: [...release.figures, ...figures],
    series: releaseSeries(release.threshold, { facts: facts() }),
  };
}

function facts(): readonly PublishedFact[] {
  let line = 1;
  return register.asked.flatMap(({ code, area }, at) =>
    YEARS.flatMap((year) =>
      ['cyber_flagged_csa', 'sexual_communication_child', 'iioc'].flatMap((measure) =>
        [0, 1].map((vintage): PublishedFact => {
          line += 1;
          return {
            measure,
            period: label(financialYear(year)),
            areaType: 'force',
            area,
            code,
            dimension: '',
            category: '',
            value: 40 + at * 7 + (year - 2015) * 11 + vintage * 3,
            unit: 'offences',
            forcesResponding: null,
            forcesAsked: null,
            release: `${year + 1 + vintage}-06`,
            sourceUrl: `https://example.org/${code}/${year}`,
            grade: 'exact',
            note: '',
            line,
          };
        }),
      ),
    ),
  );
}
