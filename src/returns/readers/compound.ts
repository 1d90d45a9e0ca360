/** Files in the compound format of older office programs: which they are, by the names of their streams. */
const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= 512 && magic.every((byte, n) => bytes[n] === byte);
}

/** Stream names stand in the directory as UTF-16; a name met anywhere in the bytes is good enough to choose a reader. */
export function hasStream(bytes: Uint8Array, name: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.includes(Buffer.from(name, 'utf16le'));
}

/** A modern workbook or letter locked with a password is wrapped in a compound file. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return isCompoundFile(bytes) && hasStream(bytes, 'EncryptedPackage');
}
