/**
 * The columns of every data file, each with what it holds and what a program may find in it. Names and order are the same in
 * every table and every release; the data files, their metadata, the dictionary and the page of the method follow this list.
 */
export type ColumnDeclaration = {
  readonly name: string;
  readonly holds: string;
  /** As CSV on the Web describes it. */
  readonly datatype: string | { readonly base: string; readonly [facet: string]: string | number };
  /** Whether a cell of it may be blank. */
  readonly mayBeBlank: boolean;
};

const text = (name: string, holds: string, mayBeBlank = false): ColumnDeclaration => ({
  name,
  holds,
  datatype: 'string',
  mayBeBlank,
});
const oneOf = (name: string, holds: string, pattern: string): ColumnDeclaration => ({
  name,
  holds,
  datatype: { base: 'string', format: pattern },
  mayBeBlank: false,
});
const typed = (
  name: string,
  holds: string,
  datatype: ColumnDeclaration['datatype'],
  mayBeBlank = false,
): ColumnDeclaration => ({
  name,
  holds,
  datatype,
  mayBeBlank,
});
const NUMBER = { base: 'decimal', minimum: 0 } as const;

export const columns = [
  text('row', 'Row of the table that the figure stands in'),
  text('column', 'Column of the table that the figure stands in'),
  text('figure', 'Id of the figure, as in release.json and on the pages'),
  text('area_code', 'Code of the area: of the Office for National Statistics where there is one, else btp'),
  text('area', 'Name of the area'),
  oneOf('area_kind', 'country, region or force', 'country|region|force'),
  text('group', 'The forces it is about, when it is about some of the area together', true),
  text('measure', 'What is counted, by its id in the collection'),
  oneOf('unit', 'offences, victims, or offences a day', 'offences|victims|offences a day'),
  typed('period_from', 'First day of the period', 'date'),
  typed('period_to', 'Last day of the period', 'date'),
  text(
    'dimension',
    'What the figure is broken down by: age, sex, offence or platform; blank for a total',
    true,
  ),
  text('category', 'Category of the breakdown; blank for a total', true),
  oneOf('method', 'How the figure was come by', 'stated|published|sum|difference|bounds|rate'),
  oneOf(
    'status',
    'published; [c] withheld so that nobody can be identified; [x] not supplied or not published. Neither means zero',
    'published|\\[c\\]|\\[x\\]',
  ),
  typed('value', 'The number, when it is exact', NUMBER, true),
  typed('low', 'The lowest it can be', NUMBER, true),
  typed('high', 'The highest it can be; blank when no upper limit is known', NUMBER, true),
  oneOf(
    'revision',
    'first: no release before; unchanged or new since the last release; [r] revised since it',
    'first|unchanged|new|\\[r\\]',
  ),
  typed('forces_included', 'How many forces stand behind the figure', 'nonNegativeInteger'),
  typed('forces_unnamed', 'How many of them nobody names', 'nonNegativeInteger'),
  typed('forces_asked', 'How many forces of the area were asked', 'nonNegativeInteger'),
  typed(
    'vintage',
    'Month in which the source first stated the figure; blank for a figure of this release',
    'gYearMonth',
    true,
  ),
  text('coverage', 'The coverage in words', true),
  text('sentence', 'The figure in one sentence'),
  text('doubts', 'Recorded doubts, in sentences', true),
  text('origins', 'Ids of the places it was read, as in release.json, with spaces between', true),
] as const satisfies readonly ColumnDeclaration[];

export type ColumnName = (typeof columns)[number]['name'];
