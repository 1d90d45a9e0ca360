/**
 * Which column of an extract holds what, by its name: as listed in the register, spelt nearly so, or with a listed name inside
 * it. Where two columns could be the same thing it chooses neither and says so; a map made by a person overrides it.
 */
import { readFacts } from '#register/facts.ts';
import { compact, fold } from '#register/fold.ts';
import { ownRegister } from '#register/own-register.ts';
import { type Term, terms } from '#register/terms.ts';

export const recordFields = [
  'reference',
  'offence-code',
  'offence',
  'recorded-on',
  'victim-age',
  'date-of-birth',
  'narrative',
  'flags',
  'online-flag',
  'location-type',
  'station',
] as const;

export type RecordField = (typeof recordFields)[number];

export type FoundColumn = {
  readonly field: RecordField;
  /** Positions of the columns; only a narrative that a map puts together has more than one. */
  readonly columns: readonly number[];
  readonly how: 'by name' | 'by a near spelling' | 'by a name inside it' | 'by the map';
};

export type Columns = {
  readonly names: readonly string[];
  readonly found: ReadonlyMap<RecordField, FoundColumn>;
  /** Fields that several columns could be, with the names of those columns. */
  readonly doubtful: ReadonlyMap<RecordField, readonly string[]>;
};

/** What a person says: the name of a column for a field, several for a narrative, or null where the extract has none. */
export type ColumnMap = ReadonlyMap<RecordField, readonly string[] | null>;

type Known = { readonly field: RecordField | null; readonly isWeak: boolean };
type Candidate = { readonly column: number; readonly how: FoundColumn['how']; readonly rank: number };

const LONGEST_NAME = 120;
const NAMES = ['name', 'field', 'needs', 'source', 'added'] as const;

export type ColumnFinder = {
  readonly find: (names: readonly string[], map?: ColumnMap) => Columns;
  /** How many of these names are known, whatever they hold: the row that has most is the row of names. */
  readonly known: (names: readonly string[]) => number;
};

export function columnFinder(dir: string = ownRegister): ColumnFinder {
  const meanings = new Map<string, Known>();
  const all: Term<Known>[] = readFacts(dir, 'record-columns.csv', NAMES).map(({ name, field, needs }) => {
    const key = `${field} ${needs}`;
    const value = meanings.get(key) ?? { field: isField(field) ? field : null, isWeak: needs !== '' };
    // One object for one meaning: the index holds two names to be at odds where their values differ.
    meanings.set(key, value);
    return { term: name, value, shown: name, near: compact(name).length >= 6 };
  });
  const index = terms<Known>(all, (term, other) => {
    throw new Error(`register/record-columns.csv: "${term.term}" and "${other.term}" are one name`);
  });
  const long = all
    .map((term) => ({ words: fold(term.term).split(' '), known: term.value }))
    .filter(({ words }) => words.length > 1)
    .sort((a, b) => b.words.length - a.words.length);

  function look(name: string): { readonly known: Known; readonly how: FoundColumn['how'] } | null {
    // A narrative met while the row of names is looked for is no name, and must cost nothing.
    if (name.length > LONGEST_NAME) return null;
    const key = compact(name);
    if (key === '') return null;
    const exact = index.exact(key);
    if (exact?.value != null) return { known: exact.value, how: 'by name' };
    const near = index.near(key);
    if (near.kind === 'near') return { known: near.value, how: 'by a near spelling' };
    const words = ` ${fold(name)} `;
    const inside = long.filter((one) => words.includes(` ${one.words.join(' ')} `));
    const longest = inside.filter((one) => one.words.length === inside[0]?.words.length);
    const [first] = longest;
    if (first?.known == null || longest.some((one) => one.known?.field !== first.known?.field)) return null;
    return { known: first.known, how: 'by a name inside it' };
  }

  return {
    known: (names) => names.filter((name) => look(name) !== null).length,
    find(names, map = new Map()) {
      const candidates = new Map<RecordField, Candidate[]>();
      const taken = new Set([...map.values()].flatMap((chosen) => (chosen ?? []).map(compact)));
      names.forEach((name, column) => {
        const found = taken.has(compact(name)) ? null : look(name);
        if (found?.known.field == null) return;
        const rank = RANKS[found.how] + (found.known.isWeak ? 3 : 0);
        const known = candidates.get(found.known.field) ?? [];
        known.push({ column, how: found.how, rank });
        candidates.set(found.known.field, known);
      });
      return choose(names, candidates, map);
    },
  };
}

const RANKS: Readonly<Record<FoundColumn['how'], number>> = {
  'by the map': 0,
  'by name': 0,
  'by a near spelling': 1,
  'by a name inside it': 2,
};

function choose(
  names: readonly string[],
  candidates: ReadonlyMap<RecordField, readonly Candidate[]>,
  map: ColumnMap,
): Columns {
  const found = new Map<RecordField, FoundColumn>();
  const doubtful = new Map<RecordField, readonly string[]>();
  for (const field of recordFields) {
    const said = map.get(field);
    if (said !== undefined) {
      const columns = (said ?? []).map((name) => names.findIndex((one) => compact(one) === compact(name)));
      if (said !== null) found.set(field, { field, columns, how: 'by the map' });
      continue;
    }
    const all = candidates.get(field) ?? [];
    const best = Math.min(...all.map((one) => one.rank));
    const [first, ...others] = all.filter((one) => one.rank === best);
    if (first === undefined) continue;
    if (others.length === 0) found.set(field, { field, columns: [first.column], how: first.how });
    else
      doubtful.set(
        field,
        [first, ...others].map((one) => names[one.column] ?? ''),
      );
  }
  return { names, found, doubtful };
}

function isField(text: string): text is RecordField {
  return (recordFields as readonly string[]).includes(text);
}
