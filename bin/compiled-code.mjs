/**
 * Keeps the code that Node 24 makes of this program's TypeScript, for its next start and its threads: without it each start
 * strips and compiles everything again, more than half a second of a build. The folder belongs to the installation, so
 * whoever could write there could write the program itself; one for temporary files is open to others. It holds code and
 * nothing that was read. Where it cannot be written the program does without, and says nothing.
 */
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const KEPT = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.cache', 'cyberflag');

/** For this process and what it starts. A place that the user chose with NODE_COMPILE_CACHE stands. */
export function keepCompiledCode(folder = KEPT) {
  const { status } = module.enableCompileCache(folder);
  if (status === module.constants.compileCacheStatus.ENABLED) process.env.NODE_COMPILE_CACHE = folder;
}
