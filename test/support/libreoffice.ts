/**
 * LibreOffice as it stands on this machine, never one fetched by a test: the office that most readers of an ODS open it
 * with. Looked for in `CYBERFLAG_SOFFICE`, then under its usual names on the path, then where macOS keeps it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programPath } from './programs.ts';

const NAMES = ['soffice', 'libreoffice', 'localc'];
const APPS = ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
/** Text with commas, quotes where needed, UTF-8, cells as shown, every sheet to a file of its own. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

export const howToInstallOffice =
  'The tests open the workbooks and bulletins of a release in LibreOffice and found none. On Debian or Ubuntu install it with ' +
  '"sudo apt-get install --no-install-recommends libreoffice-calc libreoffice-writer"; elsewhere install LibreOffice, or put the path of its ' +
  'program soffice in CYBERFLAG_SOFFICE. Then run the tests again.';

/** Path of the program; null when the machine has none. */
export function officePath(): string | null {
  return programPath({ variable: 'CYBERFLAG_SOFFICE', names: NAMES, elsewhere: APPS });
}

/** Debian ships its parts apart, and the part for texts brings a name of its own; null where it is missing. */
export function writerPath(): string | null {
  return programPath({ variable: 'CYBERFLAG_SOFFICE', names: ['lowriter', 'swriter'], elsewhere: APPS });
}

export type Converted = {
  /** File name in lower case without the workbook's own name: `notes.csv`, or `.pdf`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly said: string;
};

const FORMATS = { csv: EVERY_SHEET, pdf: 'pdf', text: 'txt:Text (encoded):UTF8' } as const;

/** Every sheet as CSV, a document as text, or the whole as PDF. Throws with what was said when the program does not end well. */
export function convert(path: string, to: keyof typeof FORMATS): Converted {
  return convertAll([path], to);
}

/** Many files in one go, which costs the start of the program once. Their names must differ. */
export function convertAll(paths: readonly string[], to: keyof typeof FORMATS): Converted {
  const program = officePath();
  if (program === null) throw new Error(howToInstallOffice);
  const dir = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const out = join(dir, 'out');
    mkdirSync(out);
    // A profile of its own: two runs at once, or one of the user's, would lock each other out.
    const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`;
    const args = [
      '--headless',
      '--norestore',
      profile,
      '--convert-to',
      FORMATS[to],
      '--outdir',
      out,
      ...paths,
    ];
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 120_000 });
    const said = `${stdout}${stderr}`;
    if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${said}`);
    const names = readdirSync(out).sort();
    return {
      files: new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(out, name)))])),
      said,
    };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
