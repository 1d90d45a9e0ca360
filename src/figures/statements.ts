/**
 * Statements are what others published and what may bind our sums: lines marked `constraint`. Lines marked `force
 * figure` repeat or give one force's own number. Everything else (`context`, `doubtful`, `derived`) binds nothing.
 *
 * A statement names its forces, or says how many there were. When it is about the country and names none, the forces
 * known to have answered are among them, and the others have no name.
 */
import type { Count } from '#count/count.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { AreaLookUp } from './area-look-up.ts';
import { breakdown } from './category.ts';
import type { Breakdown, FigureArea, Source } from './figure.ts';
import type { FigureInput, PublishedLine } from './input.ts';
import { countOf, forcesBehind, namedForces } from './input.ts';
import { publishedNumber } from './number.ts';

export type Statement = {
  readonly number: string;
  readonly area: FigureArea;
  readonly named: readonly string[];
  readonly unnamed: number;
  readonly measure: string;
  readonly unit: 'offences' | 'victims';
  readonly period: string;
  readonly breakdown: Breakdown | null;
  readonly count: Count;
  readonly release: string;
  readonly sources: readonly Source[];
  readonly notes: readonly string[];
};

export type Statements = {
  readonly statements: readonly Statement[];
  readonly forceFigures: readonly Statement[];
  readonly findings: readonly Finding[];
};

export function statementsOf(input: FigureInput, look: AreaLookUp): Statements {
  const findings: Finding[] = [];
  const read = (use: string) =>
    merged(
      input.published
        .filter((line) => line.use === use)
        .flatMap((line) => {
          const statement = statementOf(line, input, look);
          if (statement === null) findings.push(finding('unknown-category', line.at, { label: line.area }));
          return statement === null ? [] : [statement];
        }),
      findings,
    );
  return { statements: read('constraint'), forceFigures: read('force figure'), findings };
}

function statementOf(line: PublishedLine, input: FigureInput, look: AreaLookUp): Statement | null {
  const measure = input.collection.measures.find(({ id }) => id === line.measure);
  const forces = namedForces(line);
  const area = forces.length > 0 ? look.around(forces) : look.named(line.area);
  const category = breakdownOfLine(line);
  const count = countOf(line);
  if (measure === undefined || area === null || category === 'unknown' || count === null) return null;
  const named = forces.length > 0 ? forces : answered(area, line, look);
  return {
    number: publishedNumber(area.code, [...forces].sort(), { ...line, breakdown: category }, line.release),
    area,
    named: [...named].sort(),
    unnamed: Math.max(0, (forcesBehind(line) ?? named.length) - named.length),
    measure: measure.id,
    unit: measure.unit,
    period: line.period,
    breakdown: category,
    count,
    release: line.release,
    sources: [
      {
        kind: 'published-statement',
        force: null,
        at: line.at,
        url: line.sourceUrl,
        count,
        breakdown: category,
      },
    ],
    notes: line.note === '' ? [] : [line.note],
  };
}

/** The forces known to have answered, unless that would be more than the statement says; all, where it says all. */
function answered(area: FigureArea, line: PublishedLine, look: AreaLookUp): readonly string[] {
  const known = area.forces.filter((force) => ['answered', 'partial'].includes(look.request(force).state));
  const behind = forcesBehind(line);
  if (behind === area.forces.length) return area.forces;
  return behind === null || known.length > behind ? [] : known;
}

function breakdownOfLine(line: PublishedLine): Breakdown | null | 'unknown' {
  switch (line.dimension) {
    case '':
      return null;
    case 'age':
    case 'sex':
    case 'offence':
    case 'platform':
      return breakdown(line.dimension, line.category);
    default:
      return 'unknown';
  }
}

/** One statement per number; a second source of the same count is kept, a second count is a contradiction. */
function merged(statements: readonly Statement[], findings: Finding[]): readonly Statement[] {
  const byNumber = new Map<string, Statement>();
  for (const statement of statements) {
    const first = byNumber.get(statement.number);
    if (first === undefined) {
      byNumber.set(statement.number, statement);
    } else if (first.count.low === statement.count.low && first.count.high === statement.count.high) {
      const notes = [...new Set([...first.notes, ...statement.notes])];
      byNumber.set(statement.number, { ...first, sources: [...first.sources, ...statement.sources], notes });
    } else {
      const at = statement.sources[0]?.at ?? '';
      findings.push(finding('total-mismatch', at, { label: `${statement.area.name}, published twice` }));
    }
  }
  return [...byNumber.values()];
}
