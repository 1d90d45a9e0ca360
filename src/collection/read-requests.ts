/**
 * Reads `requests.csv`: one line per force asked, with what is known of its answer. A force stands there once, under its
 * code or, where none is written, under a name the register knows. `unknown` is a state: nobody has said what happened.
 */
import { dayNumber } from '#period/period.ts';
import type { Forces } from '#register/forces.ts';
import { type CsvRow, readCsvRows, refuseCell } from './csv-rows.ts';

const STATES = [
  'answered',
  'clarification',
  'empty',
  'flag-not-used',
  'lost',
  'no-reply',
  'not-held',
  'partial',
  'refused',
  'unknown',
] as const;
export type StatedState = (typeof STATES)[number];

export type Request = {
  /** Code of the force in the register. */
  readonly force: string;
  readonly askedOn: string | null;
  readonly state: StatedState;
  readonly answeredOn: string | null;
  /** Sections of the Freedom of Information Act relied on, as `12(1)`. */
  readonly exemptions: readonly string[];
  /** What else is known, in full sentences, with its source. */
  readonly note: string;
  /** Line in the file. */
  readonly row: number;
};

const COLUMNS = ['force_gss', 'force', 'asked_on', 'state', 'answered_on', 'exemptions', 'note'] as const;

export function readRequests(
  path: string,
  register: Pick<Forces, 'force' | 'findForce'>,
): readonly Request[] {
  const seen = new Map<string, number>();
  return readCsvRows(path, COLUMNS).map((line) => {
    const { cells, row } = line;
    const force = forceOf(path, line, register);
    const earlier = seen.get(force);
    if (earlier !== undefined)
      throw refuseCell(path, line, 'force', `each force once; this one stands in line ${earlier} too`);
    seen.set(force, row);
    const state = STATES.find((one) => one === cells.state);
    if (state === undefined) throw refuseCell(path, line, 'state', `one of ${STATES.join(', ')}`);
    const askedOn = day(path, line, 'asked_on');
    const answeredOn = day(path, line, 'answered_on');
    if (askedOn !== null && answeredOn !== null && answeredOn < askedOn) {
      throw refuseCell(path, line, 'answered_on', `a day from ${askedOn}, when the force was asked`);
    }
    const exemptions = (cells.exemptions ?? '')
      .split(';')
      .map((section) => section.trim())
      .filter((section) => section !== '');
    if (exemptions.some((section) => !/^\d{1,2}[A-Z]?(?:\(\w{1,3}\))*$/.test(section))) {
      throw refuseCell(path, line, 'exemptions', 'sections as 12(1);40(2)');
    }
    return { force, askedOn, state, answeredOn, exemptions, note: cells.note ?? '', row };
  });
}

function forceOf(path: string, line: CsvRow, register: Pick<Forces, 'force' | 'findForce'>): string {
  const code = line.cells.force_gss ?? '';
  const name = line.cells.force ?? '';
  const named = register.findForce(name);
  if (code === '') {
    if (named.kind === 'exact') return named.value.code;
    throw refuseCell(path, line, 'force', 'a force of the register, or its code in force_gss');
  }
  const coded = register.force(code);
  if (coded === undefined) throw refuseCell(path, line, 'force_gss', 'a code of register/forces.csv');
  if (named.kind === 'exact' && named.value.code !== coded.code) {
    throw refuseCell(
      path,
      line,
      'force',
      `${coded.name}, or the code of this force: the code is that of another`,
    );
  }
  return coded.code;
}

function day(path: string, line: CsvRow, column: string): string | null {
  const text = line.cells[column] ?? '';
  if (text === '') return null;
  if (Number.isNaN(dayNumber(text)))
    throw refuseCell(path, line, column, 'a day as 2025-05-29, or nothing when not known');
  return text;
}
