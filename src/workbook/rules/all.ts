/** Every rule that a program can put to a workbook, in the order of the files they stand in. */

import { openRules } from './a-package.rules.ts';
import { workbookRules } from './a-workbook.rules.ts';
import { looksRules } from './b-looks.rules.ts';
import { sheetRules } from './b-sheet.rules.ts';
import { cellRules } from './c-cells.rules.ts';
import { tableRules } from './c-table.rules.ts';
import { coverRules } from './d-cover.rules.ts';
import { shorthandRules } from './f-shorthand.rules.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  ...openRules,
  ...workbookRules,
  ...looksRules,
  ...sheetRules,
  ...cellRules,
  ...tableRules,
  ...coverRules,
  ...shorthandRules,
].sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
