/**
 * The browser that the journeys walk in: a Chromium that stands on this machine, never one fetched by a test. Looked for
 * in `CYBERFLAG_CHROMIUM`, then under its usual names on the path, then where macOS keeps it.
 */
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { programPath } from './programs.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APPS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of the browser; null when the machine has none. */
export function chromiumPath(): string | null {
  return programPath({ variable: 'CYBERFLAG_CHROMIUM', names: NAMES, elsewhere: APPS });
}

/** Starts the browser. Throws with what to install when there is none. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error(howToInstall);
  // Chromium refuses its sandbox to root, which is what a container runs as; the pages it opens here are our own.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

export const howToInstall =
  'The tests walk the site in a real browser and found none. On Debian or Ubuntu install it with ' +
  '"sudo apt-get install chromium fonts-liberation"; elsewhere install Chromium or Google Chrome, or put the path of one ' +
  'in CYBERFLAG_CHROMIUM. Then run the tests again.';
