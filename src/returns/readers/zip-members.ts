/**
 * Whether a zip's own directory names a member. Looks only there: a workbook stored inside an archive puts its names into
 * the archive's bytes, and does not make the archive a workbook.
 */
export function hasMember(bytes: Uint8Array, name: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  // A cut file has lost its directory; what stands in it is then the only hint there is.
  if (end < 0 || end + 22 > buffer.length) return buffer.includes(name);
  const from = Math.min(buffer.readUInt32LE(end + 16), end);
  return buffer.subarray(from, end).includes(name);
}
