/**
 * Statements as a table: every one that was found, with its release, its source, and whether it is the one used.
 */
import type { ReleasedCell, SeriesStatement } from '#tables/released-series.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { capital } from '../wording/names.ts';
import { areaPath } from './paths.ts';
import { aboutText, GRADE_WORDS, releaseText, statementText } from './statement.view.ts';
import type { Cell, TableView } from './table.view.ts';

const ORDER = ['uk', 'country', 'region', 'force'];

export function statementsTable(
  cells: readonly ReleasedCell[],
  caption: string,
  index: ReleaseIndex,
  { isPeriodTold }: { readonly isPeriodTold: boolean },
): TableView {
  const rows = [...cells]
    .sort(
      (a, b) =>
        ORDER.indexOf(a.area.type) - ORDER.indexOf(b.area.type) ||
        areaName(a, index).localeCompare(areaName(b, index), 'en-GB') ||
        (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
    )
    .flatMap((cell) => cell.statements.map((one) => ({ cell, one })));
  return {
    caption,
    columns: [
      { text: 'Area' },
      { text: 'What' },
      { text: 'Number', numeric: true },
      { text: 'Release' },
      { text: 'Source' },
      { text: 'Is it used?' },
    ],
    rows: rows.map(({ cell, one }) => ({
      id: one.id,
      head: { text: areaName(cell, index), ...pathOf(cell, index) },
      cells: [
        {
          text: isPeriodTold ? `${capital(aboutText(cell))}, ${cell.periodLabel}` : capital(aboutText(cell)),
        },
        { text: statementText(one, cell.unit) },
        { text: one.forces === null ? releaseText(one) : `${releaseText(one)}, ${one.forces} forces` },
        {
          text: one.host,
          href: one.sourceUrl,
          remark: `${noteText(one)} ${registerText(one)}`.trim(),
        } satisfies Cell,
        { text: useText(cell, one) },
      ],
    })),
    stack: true,
  };
}

/** Notes of the register are written in passing; on a page they are sentences. */
function noteText({ note }: SeriesStatement): string {
  const text = capital(note.trim());
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Where it stands in the register that was imported: its id is the number of the line. */
function registerText({ id }: SeriesStatement): string {
  return `Statement ${id.slice(1)} of the register.`;
}

function useText(cell: ReleasedCell, one: SeriesStatement): string {
  if (cell.used === one.id) {
    const mark = cell.first === null ? 'Used' : 'Used [r]';
    return cell.isContested ? `${mark}. ${cell.why}` : mark;
  }
  if (cell.first === one.id) return 'As first published; restated later';
  if (one.grade !== 'exact' && one.grade !== 'proxy') return `Not used: ${GRADE_WORDS[one.grade]}`;
  return cell.used === null ? cell.why : 'The same, or an earlier release';
}

export function areaName({ area }: ReleasedCell, index: ReleaseIndex): string {
  const own = area.code === null ? undefined : index.release.areas.find(({ code }) => code === area.code);
  return own?.name ?? area.name;
}

function pathOf({ area }: ReleasedCell, index: ReleaseIndex): { readonly path?: string } {
  const own = index.release.areas.find(({ code }) => code === area.code);
  return own === undefined ? {} : { path: areaPath(own) };
}
