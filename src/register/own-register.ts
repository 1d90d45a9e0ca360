/** The folder of the register that comes with the program. */
import { fileURLToPath } from 'node:url';

export const ownRegister = fileURLToPath(new URL('../../register', import.meta.url));
