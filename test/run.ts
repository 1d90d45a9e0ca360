/**
 * `npm test`: everything a clean machine needs to run the check, then the check. On Debian as root it installs the
 * browser; anywhere else it says what to install and stops, since a check without its journeys would pass too easily.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { check } from './check.ts';
import { chromiumPath, howToInstall } from './support/chromium.ts';

if (chromiumPath() === null && isRootOnDebian()) installChromium();
if (chromiumPath() === null) {
  process.stderr.write(`${howToInstall}\n`);
  process.exitCode = 1;
} else {
  process.exitCode = await check();
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function installChromium(): void {
  process.stdout.write('No browser found: installing chromium with apt-get.\n');
  // The fonts: without any, every character is a box, and a page that must fit 320 px is measured wrongly.
  const packages = ['chromium', 'fonts-liberation', 'fonts-dejavu-core'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // An update that fails in part may still have found the packages, so only what is installed in the end counts.
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const args = ['-q', '-o', 'Acquire::Retries=3', ...step];
    spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  }
}
