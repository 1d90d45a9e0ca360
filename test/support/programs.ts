/** Where a program stands on this machine: named by the environment, or on the path under one of its names, or elsewhere. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Program = {
  /** Variable that names it outright. */
  readonly variable: string;
  readonly names: readonly string[];
  /** Whole paths where it may stand besides. */
  readonly elsewhere: readonly string[];
};

/** Null when the machine has none. */
export function programPath({ variable, names, elsewhere }: Program): string | null {
  const named = process.env[variable];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere];
  return candidates.find(isRunnable) ?? null;
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
