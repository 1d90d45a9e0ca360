/** Builds messages as bytes, with the parts and fields a test names. Same arguments, same bytes. */

export type MailParts = {
  readonly subject?: string;
  readonly from?: string;
  readonly text?: string;
  readonly html?: string;
  readonly attachments?: readonly {
    readonly name: string;
    readonly type?: string;
    readonly bytes: Uint8Array;
    readonly inline?: boolean;
  }[];
};

export function mailOf({
  subject = 'Reply',
  from = 'foi@force.example',
  text,
  html,
  attachments = [],
}: MailParts): Uint8Array {
  const bodies = [
    ...(text === undefined ? [] : [part('text/plain; charset=utf-8', text)]),
    ...(html === undefined ? [] : [part('text/html; charset=utf-8', html)]),
  ];
  const files = attachments.map(({ name, type = 'application/octet-stream', bytes, inline = false }) => {
    const shown = inline
      ? `inline; filename="${name}"\r\nContent-ID: <${name}>`
      : `attachment; filename="${name}"`;
    const encoded = Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
    return `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: ${shown}\r\n\r\n${encoded}`;
  });
  const alternative = bodies.length === 2 ? [multipart('alternative', 'inner', bodies)] : bodies;
  const head = `From: Information Rights Team <${from}>\r\nTo: requests@collector.example\r\nSubject: ${subject}\r\n`;
  const fields = `${head}Date: Tue, 10 Jun 2025 15:40:00 +0100\r\nMessage-ID: <practice@force.example>\r\nMIME-Version: 1.0\r\n`;
  return new Uint8Array(Buffer.from(`${fields}${multipart('mixed', 'outer', [...alternative, ...files])}`));
}

function part(type: string, content: string): string {
  const encoded = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
  return `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}`;
}

function multipart(kind: string, name: string, parts: readonly string[]): string {
  const opened = parts.map((each) => `--${name}\r\n${each}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${name}"\r\n\r\n${opened}--${name}--\r\n`;
}
