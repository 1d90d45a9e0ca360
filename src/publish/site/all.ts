/** Every kind of page of the site. */
import { areasPage } from './areas.page.ts';
import { bulletinPage } from './bulletin.page.ts';
import { comparePage } from './compare.page.ts';
import { dataPage } from './data.page.ts';
import { estimatePage } from './estimate.page.ts';
import { figurePage } from './figure.page.ts';
import { findPage } from './find.page.ts';
import { forcePage } from './force.page.ts';
import { helpPage } from './help.page.ts';
import { homePage } from './home.page.ts';
import { mapPage } from './map.page.ts';
import { measurePage } from './measure.page.ts';
import { methodPage } from './method.page.ts';
import { missingPage } from './missing.page.ts';
import { originPage } from './origin.page.ts';
import type { Page } from './page.ts';
import { qualityPage } from './quality.page.ts';
import { regionPage } from './region.page.ts';
import { revisionsPage } from './revisions.page.ts';
import { seriesPage } from './series.page.ts';
import { statementsPage } from './statements.page.ts';
import { tablePage } from './table.page.ts';
import { tablesPage } from './tables.page.ts';

export const pages: readonly Page[] = [
  areasPage,
  bulletinPage,
  comparePage,
  dataPage,
  estimatePage,
  figurePage,
  findPage,
  forcePage,
  helpPage,
  homePage,
  mapPage,
  measurePage,
  methodPage,
  missingPage,
  originPage,
  qualityPage,
  regionPage,
  revisionsPage,
  seriesPage,
  statementsPage,
  tablePage,
  tablesPage,
];
