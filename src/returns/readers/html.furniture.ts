/**
 * Tells the furniture of a site (navigation, cookie notice, header, footer) from what the page says. Refuses to call
 * furniture anything that holds the main part, the title or, by its class name alone, a table: a site may write
 * `cookies-accepted` on its whole body, and an answer must not vanish with it.
 */
import { attribute, type Element, elementsBelow } from './html.dom.ts';

const tags = new Set(['nav', 'footer', 'aside', 'button', 'select', 'datalist', 'svg', 'dialog']);
const roles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'dialog',
  'alertdialog',
  'search',
  'menu',
  'menubar',
  'toolbar',
]);
const words = new Set([
  'cookie',
  'cookies',
  'cookiebanner',
  'banner',
  'menu',
  'nav',
  'navbar',
  'navigation',
  'breadcrumb',
  'breadcrumbs',
  'footer',
  'skip',
  'skiplink',
  'share',
  'sharing',
  'social',
]);
const whole = new Set(['html', 'body', 'main', 'article', 'form']);

export function isFurniture(element: Element, inMain: boolean): boolean {
  if (whole.has(element.tagName)) {
    return false;
  }
  if (tags.has(element.tagName) || (element.tagName === 'header' && !inMain)) {
    return !holds(element, ['main', 'article']);
  }
  if (roles.has(attribute(element, 'role') ?? '')) {
    return !holds(element, ['main', 'article']);
  }
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  const named = names.split(/[\s_-]+|(?<=[a-z])(?=[A-Z])/).some((word) => words.has(word.toLowerCase()));
  return named && !holds(element, ['main', 'article', 'h1', ...(/cookie/i.test(names) ? [] : ['table'])]);
}

function holds(element: Element, tagNames: readonly string[]): boolean {
  for (const below of elementsBelow(element)) {
    if (tagNames.includes(below.tagName)) {
      return true;
    }
  }
  return false;
}
