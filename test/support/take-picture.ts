/** `node bin/on-node-24.mjs test/support/take-picture.ts SITE PICTURE` takes the picture of the front page for the README. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './chromium.ts';

const [site = 'build/site', picture = 'docs/pictures/home.png'] = process.argv.slice(2);
const browser = await openBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(pathToFileURL(resolve(join(site, 'index.html'))).href, { waitUntil: 'load' });
  await page.screenshot({ path: picture, animations: 'disabled' });
  process.stdout.write(`${picture}\n`);
} finally {
  await browser.close();
}
