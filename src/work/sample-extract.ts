/**
 * `sample`: draws records to be read by people, and writes the sheet to fill in. The reader sees neither what the rules said nor whether
 * the flag is set, because either would lead; both stand on the sheet "Key", which `accuracy` reads.
 */
import type { Candidate } from '#audit/collect.ts';
import { orderOf } from '#audit/draw.ts';
import { Most } from '#audit/most.ts';
import { allocate, type Counted, stratumOf } from '#audit/strata.ts';
import { type Cell, MOST_LETTERS, writeWorkbook } from '#audit/workbook.ts';
import { Refusal } from '#finding/refusal.ts';
import { nothingSettled } from '#flag/policy.ts';
import { readNarrative } from '#record/record.ts';
import { openCheck, runCheck } from './check-extract.ts';
import type { Told } from './check-file.ts';
import { columnLines } from './check-words.ts';
import { noMap } from './extract-map.ts';
import { lookAgain } from './look-again.ts';
import { readMap } from './read-map.ts';
import { readPolicy } from './read-policy.ts';
import { ANSWERS, KEY_HEADS, READ_HEADS, STRATA_HEADS } from './sample-sheets.ts';

export type SampleFile = {
  readonly path: string;
  readonly map: string | undefined;
  readonly policy: string | undefined;
  readonly out: string;
  readonly size: number;
  readonly seed: number;
  readonly allOffences: boolean;
  readonly withText: boolean;
};

/** Read at least this many of each stratum: fewer bound nothing. */
const LEAST = 20;

type Drawn = Candidate & { readonly stratum: string; readonly order: number };

export async function sampleFile(asked: SampleFile, told: Told): Promise<void> {
  const open = await openCheck({
    path: asked.path,
    map: asked.map === undefined ? noMap : readMap(asked.map),
    policy: asked.policy === undefined ? nothingSettled : readPolicy(asked.policy),
    allOffences: asked.allOffences,
    withEvidenceText: false,
  });
  for (const line of columnLines(open.extract, open.columns)) told.tell(line);
  const counted = new Map<string, Counted>();
  const firsts = new Map<string, Most<Drawn>>();
  const collected = await runCheck(open, {
    lines: () => {},
    setAside: () => {},
    wants: (outcome, kind) => stratumOf(kind, outcome) !== null,
    candidate(candidate) {
      const stratum = stratumOf(candidate.kind, candidate.outcome);
      if (stratum === null) return;
      const known = counted.get(stratum.id);
      counted.set(stratum.id, { ...stratum, records: (known?.records ?? 0) + 1 });
      const order = orderOf(asked.seed, candidate.referenceA, candidate.referenceB);
      const first = firsts.get(stratum.id) ?? new Most<Drawn>(asked.size, byOrder);
      firsts.set(stratum.id, first);
      first.offer({ ...candidate, stratum: stratum.id, order });
    },
    progress: (rows) => told.progress(`${rows.toLocaleString('en-GB')} rows`),
  });
  told.progress('');
  const strata = [...counted.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (strata.length === 0) {
    throw new Refusal(
      'bad-use',
      `"${open.extract.name}" has no record in scope that says whether the flag is set, recorded since April 2015: there is nothing to sample.`,
    );
  }
  const sizes = allocate(strata, asked.size, LEAST);
  const drawn = strata
    .flatMap(
      ({ id }) =>
        firsts
          .get(id)
          ?.sorted()
          .slice(0, sizes.get(id) ?? 0) ?? [],
    )
    .toSorted(byOrder);
  const key: Cell[][] = [];
  async function* rows(): AsyncGenerator<readonly Cell[]> {
    let number = 0;
    for await (const { candidate, judged } of lookAgain(open, drawn)) {
      const { record, fields } = judged;
      number++;
      key.push([number, record.id, candidate.stratum, Math.round(candidate.confidence * 10_000) / 10_000]);
      yield [
        number,
        record.id,
        candidate.row,
        fields.offenceCode,
        fields.offence,
        record.recordedOn ?? '',
        asked.withText ? readNarrative(record.narrative).slice(0, MOST_LETTERS) : '',
        '',
        '',
        '',
      ];
    }
  }
  await writeWorkbook(asked.out, [
    {
      name: 'To read',
      heads: READ_HEADS,
      widths: [8, 18, 9, 10, 28, 12, 100, 14, 16, 30],
      toFill: new Map([
        [READ_HEADS.indexOf('Your decision'), ANSWERS],
        [READ_HEADS.indexOf('By whom'), null],
        [READ_HEADS.indexOf('Note'), null],
      ]),
      rows: rows(),
    },
    { name: 'Key', heads: KEY_HEADS, widths: [8, 18, 30, 12], toFill: new Map(), rows: lazily(key) },
    {
      name: 'Strata',
      heads: STRATA_HEADS,
      widths: [30, 12, 10, 12, 12, 12],
      toFill: new Map(),
      rows: strata.map((one) => [
        one.id,
        one.decision,
        one.flagged ? 'yes' : 'no',
        one.group,
        one.records,
        sizes.get(one.id) ?? 0,
      ]),
    },
    {
      name: 'How drawn',
      heads: ['What', 'Value'],
      widths: [30, 60],
      toFill: new Map(),
      rows: [
        ['Extract', open.extract.name],
        ['Rows', collected.rows],
        ['Records sampled from', strata.reduce((sum, one) => sum + one.records, 0)],
        ['Records to read', drawn.length],
        ['Seed', asked.seed],
      ],
    },
  ]);
  told.say(
    `${asked.out}: ${drawn.length} records to read, from ${strata.length} strata, with seed ${asked.seed}.`,
  );
  told.say(
    'Read them in the order they stand. Where you stop, "cyberflag accuracy" takes what is read so far.',
  );
}

function byOrder(a: Drawn, b: Drawn): number {
  return a.order - b.order || a.row - b.row;
}

/** The key is complete only when the sheet before it has been written. */
function* lazily(rows: readonly Cell[][]): Generator<readonly Cell[]> {
  yield* rows;
}
