/**
 * The text of a page or message body whose bytes may be in any of the encodings seen in returns. A byte order mark
 * wins, then what the page declares, then UTF-8 if the bytes are valid UTF-8, then windows-1252, which never fails.
 */

export function decode(bytes: Uint8Array, declared: string | null = null): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  const utf8 = tryUtf8(bytes);
  const label = (declared ?? declaredIn(bytes))?.toLowerCase().trim() ?? null;
  // Pages re-saved as UTF-8 often still declare what they were; bytes that are valid UTF-8 beyond ASCII are UTF-8.
  if (utf8 !== null && (label === null || !/^utf-?16|^utf-?7/.test(label))) {
    return utf8;
  }
  try {
    return new TextDecoder(label === null || /^utf/.test(label) ? 'windows-1252' : label).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function declaredIn(bytes: Uint8Array): string | null {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)/i.exec(opening)?.[1] ?? null;
}
