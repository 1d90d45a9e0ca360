/**
 * Builds a release from a collection and writes it to a folder, and says in a few lines what was done. Loads little itself: the
 * returns are being opened by the time the rest of the program is there.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '#finding/refusal.ts';
import type { BuildSummary } from './build-release.ts';
import type { Corrects } from './correction.ts';
import { openReturns } from './open-returns.ts';

export type MakeRelease = {
  readonly dir: string;
  readonly out: string;
  readonly progress: (line: string) => void;
  /** The release that this one corrects, and why. */
  readonly corrects?: Corrects | null;
  /** Folders of other releases, or of stores, whose numbers may bear on this one. */
  readonly earlier?: readonly string[];
};

export async function makeRelease({
  dir,
  out,
  progress,
  corrects = null,
  earlier = [],
}: MakeRelease): Promise<readonly string[]> {
  refuseMissing(dir);
  const opened = openReturns(dir);
  // Who is refused before the returns are asked for hears of that alone.
  opened.catch(() => undefined);
  const [{ readRegister }, { buildRelease }, { writeRelease }] = await Promise.all([
    import('#register/register.ts'),
    import('./build-release.ts'),
    import('./write-release.ts'),
  ]);
  const { release, files, summary } = await buildRelease(dir, {
    register: readRegister(),
    corrects,
    earlier,
    opened,
    onRead: ({ folder, reading }, done, all) =>
      progress(`${done} of ${all} returns read: ${folder}, ${findingsText(reading.findings.length)}`),
  });
  progress(`writing ${files.size} files`);
  await writeRelease(files, out);
  progress('');
  return [...summaryLines(summary), `Release ${release.id}: ${files.size} files in ${out}`];
}

function refuseMissing(dir: string): void {
  if (existsSync(join(dir, 'collection.yaml'))) return;
  throw new Refusal(
    'not-found',
    `${dir}: there is no collection.yaml in it. Name the folder of a collection.`,
  );
}

export function summaryLines(summary: BuildSummary): readonly string[] {
  const { findings, figuresPublished, figuresWithheld, figuresNotAvailable } = summary;
  const without = summary.returnsWithoutNumbers.map(({ folder, outcome }) => `${folder} (${outcome})`);
  return [
    `Returns: ${summary.returnsRead} read, ${without.length} without numbers${without.length === 0 ? '' : `: ${without.join(', ')}`}`,
    `Findings: errors ${findings.error}${findings.error === 0 ? '' : ' (none open)'}, warnings ${findings.warning}, notes ${findings.info}`,
    `Figures: ${figuresPublished} published, ${figuresWithheld} withheld, ${figuresNotAvailable} not available`,
    ...summary.withheldBesides.map((name) => `Withheld because of what an earlier release told: ${name}`),
  ];
}

function findingsText(count: number): string {
  return count === 1 ? '1 finding' : `${count} findings`;
}
