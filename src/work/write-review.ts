/**
 * The review workbook: the records a person should read, the surest first, the evidence marked in the text, with columns to fill in.
 * The one place where a narrative leaves the extract, for the force's own eyes; without text it holds everything but that.
 */
import type { Candidate } from '#audit/collect.ts';
import { markedText } from '#audit/marked-text.ts';
import { type Cell, writeWorkbook } from '#audit/workbook.ts';
import { readNarrative } from '#record/record.ts';
import type { OpenCheck } from './check-extract.ts';
import { type Looked, lookAgain } from './look-again.ts';

const HEADS = [
  ['What to look at', 18],
  ['Row', 9],
  ['Reference', 18],
  ['Offence code', 10],
  ['Offence', 28],
  ['Recorded on', 12],
  ['Station', 14],
  ['Flag now', 9],
  ['Records say', 11],
  ['Confidence', 11],
  ['Channel', 16],
  ['Why', 34],
  ['Narrative', 90],
  ['Your decision', 14],
  ['By whom', 16],
  ['Note', 30],
] as const;

export const DECISIONS = ['flag', 'no flag', 'cannot tell'] as const;

const LOOK: Readonly<Record<string, string>> = {
  missed: 'flag missed',
  unsupported: 'flag unsupported',
  review: 'for you to decide',
};

export async function writeReview(
  path: string,
  open: OpenCheck,
  candidates: readonly Candidate[],
  { withText }: { readonly withText: boolean },
): Promise<void> {
  const at = (head: string) => HEADS.findIndex(([name]) => name === head);
  await writeWorkbook(path, [
    {
      name: 'To read',
      heads: HEADS.map(([name]) => name),
      widths: HEADS.map(([, width]) => width),
      toFill: new Map([
        [at('Your decision'), DECISIONS],
        [at('By whom'), null],
        [at('Note'), null],
      ]),
      rows: rowsOf(open, candidates, withText),
    },
  ]);
}

async function* rowsOf(
  open: OpenCheck,
  candidates: readonly Candidate[],
  withText: boolean,
): AsyncGenerator<readonly Cell[]> {
  for await (const looked of lookAgain(open, candidates)) yield rowOf(looked, withText);
}

function rowOf({ candidate, judged }: Looked<Candidate>, withText: boolean): readonly Cell[] {
  const { record, fields, decision } = judged;
  const why = (decision?.evidence ?? []).map(
    ({ rule, effect, field }) => `${rule} (${effect}${field === 'narrative' ? '' : `, ${field}`})`,
  );
  return [
    LOOK[candidate.outcome.standing ?? ''] ?? '',
    candidate.row,
    record.id,
    fields.offenceCode,
    fields.offence,
    record.recordedOn ?? '',
    fields.station,
    fields.marked === 'not-given' ? 'not known' : fields.marked,
    decision?.decision ?? '',
    Math.round((decision?.confidence ?? 0) * 100) / 100,
    decision?.channel ?? '',
    (why.length > 0 ? why : (decision?.rules ?? [])).join('\n'),
    withText ? markedText(readNarrative(record.narrative), decision?.evidence ?? []) : '',
    '',
    '',
    '',
  ];
}
