/**
 * `npm test`: everything a clean machine needs to run the check, then the check. On Debian as root it installs the browser
 * and the office; anywhere else it says what to install and stops, since a check without its journeys would pass too easily.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { check } from './check.ts';
import { chromiumPath, howToInstall } from './support/chromium.ts';
import { howToInstallOffice, officePath, writerPath } from './support/libreoffice.ts';

type Need = {
  readonly path: () => string | null;
  readonly packages: readonly string[];
  readonly how: string;
};

const needs: readonly Need[] = [
  // The fonts: without any, every character is a box, and a page that must fit 320 px is measured wrongly.
  { path: chromiumPath, packages: ['chromium', 'fonts-liberation', 'fonts-dejavu-core'], how: howToInstall },
  { path: officePath, packages: ['libreoffice-calc'], how: howToInstallOffice },
  { path: writerPath, packages: ['libreoffice-writer'], how: howToInstallOffice },
];

const missing = (): readonly Need[] => needs.filter(({ path }) => path() === null);

if (missing().length > 0 && isRootOnDebian()) install(missing().flatMap(({ packages }) => packages));
if (missing().length > 0) {
  for (const { how } of missing()) process.stderr.write(`${how}\n`);
  process.exitCode = 1;
} else {
  process.exitCode = await check();
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function install(packages: readonly string[]): void {
  process.stdout.write(`Installing what the tests need with apt-get: ${packages.join(', ')}.\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // An update that fails in part may still have found the packages, so only what is installed in the end counts.
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const args = ['-q', '-o', 'Acquire::Retries=3', ...step];
    spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  }
}
