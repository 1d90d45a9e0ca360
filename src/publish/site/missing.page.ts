/** What the server shows for an address that is not in the release. */
import type { Page } from './page.ts';

export const missingPage: Page = {
  template: 'missing.njk',
  section: null,
  pages: ({ index }) => [
    { path: '404.html', title: 'Page not found', trail: [], area: index.country, view: {} },
  ],
};
