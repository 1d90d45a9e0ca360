/**
 * Bytes of a text file as text: by byte order mark, else strict UTF-8, else windows-1252, which is what older office
 * programs in this country write. Line ends become `\n`. Null for bytes that are no text at all.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  return text === null || hasControls(text) ? null : text.replace(/\r\n?/g, '\n');
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const unmarked = utf16Unmarked(bytes);
  if (unmarked !== null) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-16 without its mark shows as a zero in nearly every other byte of plain English. */
function utf16Unmarked(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  sample.forEach((byte, n) => {
    if (byte === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (sample.length < 4 || Math.max(even, odd) < sample.length * 0.35) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Control characters do not occur in text; a few stray ones are a damaged file, and also not to be read as numbers. */
function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text);
}
