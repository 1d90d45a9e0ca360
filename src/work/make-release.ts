/** Builds a release from a collection and writes it to a folder, and says in a few lines what was done. */
import { readRegister } from '#register/register.ts';
import type { BuildSummary } from './build-release.ts';
import { buildRelease, refuseMissing } from './build-release.ts';
import type { Corrects } from './correction.ts';
import { writeRelease } from './write-release.ts';

export type MakeRelease = {
  readonly dir: string;
  readonly out: string;
  readonly progress: (line: string) => void;
  /** The release that this one corrects, and why. */
  readonly corrects?: Corrects | null;
};

export async function makeRelease({
  dir,
  out,
  progress,
  corrects = null,
}: MakeRelease): Promise<readonly string[]> {
  refuseMissing(dir);
  const { release, files, summary } = await buildRelease(dir, {
    register: readRegister(),
    corrects,
    onRead: ({ folder, reading }, done, all) =>
      progress(`${done} of ${all} returns read: ${folder}, ${findingsText(reading.findings.length)}`),
  });
  progress(`writing ${files.size} files`);
  await writeRelease(files, out);
  progress('');
  return [...summaryLines(summary), `Release ${release.id}: ${files.size} files in ${out}`];
}

export function summaryLines(summary: BuildSummary): readonly string[] {
  const { findings, figuresPublished, figuresWithheld, figuresNotAvailable } = summary;
  const without = summary.returnsWithoutNumbers.map(({ folder, outcome }) => `${folder} (${outcome})`);
  return [
    `Returns: ${summary.returnsRead} read, ${without.length} without numbers${without.length === 0 ? '' : `: ${without.join(', ')}`}`,
    `Findings: errors ${findings.error}${findings.error === 0 ? '' : ' (none open)'}, warnings ${findings.warning}, notes ${findings.info}`,
    `Figures: ${figuresPublished} published, ${figuresWithheld} withheld, ${figuresNotAvailable} not available`,
  ];
}

function findingsText(count: number): string {
  return count === 1 ? '1 finding' : `${count} findings`;
}
