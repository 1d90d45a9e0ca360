/**
 * How long all outputs of a large release take, from released figures to bytes of every file: 44 forces and their areas over
 * 10 years, by age and sex, with made-up numbers: `node bench/release-speed.ts`. The bar is 15 s on two cores.
 */
import { firstEdition } from '#publish/edition.ts';
import { loadRendering, renderFiles } from '#work/render-release.ts';
import { releaseOf, TEN_YEARS } from '../test/support/ten-years.ts';

const BAR = 15;

const release = releaseOf(TEN_YEARS);
const from = performance.now();
const before = process.cpuUsage();
const files = renderFiles(release, firstEdition, await loadRendering());
const seconds = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage(before);
const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
const kinds = Map.groupBy(files.keys(), (path) => /\.[a-z]+$/.exec(path)?.[0] ?? '');
process.stdout.write(
  `${release.figures.length} figures in ${release.tables.length} tables: ${files.size} files, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of a processor), bar ${BAR} s\n` +
    `${[...kinds].map(([kind, paths]) => `${paths.length} ${kind}`).join(', ')}\n`,
);
if (seconds > BAR) process.exitCode = 1;
