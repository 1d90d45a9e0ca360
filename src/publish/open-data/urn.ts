/** A name for a release that is the same everywhere, for where no address is known: a UUID made of the hash of its id. */
import { createHash } from 'node:crypto';

export function urn(id: string): string {
  const hash = createHash('sha256').update(`cyberflag release ${id}`).digest('hex');
  // Version 8 of the form is free for such use; its variant is told by the two highest bits of the ninth byte.
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
