/** Every kind of page of the site. */
import { areasPage } from './areas.page.ts';
import { dataPage } from './data.page.ts';
import { figurePage } from './figure.page.ts';
import { forcePage } from './force.page.ts';
import { helpPage } from './help.page.ts';
import { homePage } from './home.page.ts';
import { methodPage } from './method.page.ts';
import { missingPage } from './missing.page.ts';
import { originPage } from './origin.page.ts';
import type { Page } from './page.ts';
import { qualityPage } from './quality.page.ts';
import { regionPage } from './region.page.ts';
import { tablePage } from './table.page.ts';
import { tablesPage } from './tables.page.ts';

export const pages: readonly Page[] = [
  areasPage,
  dataPage,
  figurePage,
  forcePage,
  helpPage,
  homePage,
  methodPage,
  missingPage,
  originPage,
  qualityPage,
  regionPage,
  tablePage,
  tablesPage,
];
