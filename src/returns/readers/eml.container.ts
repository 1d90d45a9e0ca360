/**
 * Reads an e-mail as sent: who sent it (the domain only) and its subject as furniture, its body, and what is attached,
 * handed on as files of their own. Fetches nothing that the message points to; the names of people are not kept.
 */
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Block, Line } from '../document.ts';
import type { Container, Contents, Member } from './container.ts';
import { cutMessage } from './cut-short.ts';
import { bodyBlocks } from './eml.body.ts';
import { readHtml } from './html.reader.ts';
import { holdsNumber, line } from './laid-out.ts';
import type { Limits } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** A picture in a message smaller than this is taken for a crest or a signature. */
const smallPicture = 20_000;

export const emlContainer: Container = { type: 'eml', recognises, open };

function recognises(bytes: Uint8Array, name: string): number {
  const opening = Buffer.from(bytes.subarray(0, 8192))
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '');
  const head = opening.split(/\r?\n\r?\n/)[0] ?? '';
  const fields = head.match(
    /^(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|content-type):/gim,
  );
  const wellFormed = /^(?:From [^\n]*\n)?[\w-]+:[ \t]/.test(opening);
  const known = new Set(fields?.map((field) => field.toLowerCase()) ?? []);
  const mail = known.has('mime-version:') || known.has('message-id:') || known.has('received:');
  if (wellFormed && mail && known.size >= 3) {
    return 1;
  }
  return wellFormed && known.size >= 2 && /\.eml$/i.test(name) ? 0.9 : 0;
}

async function open(bytes: Uint8Array, file: string, limits: Limits): Promise<Contents> {
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: limits.depth });
  } catch (error) {
    const nested = error instanceof Error && /nesting|headers/i.test(error.message);
    throw nested
      ? new Unreadable('over-limits', 'the message nests too deep')
      : new Unreadable('damaged', 'the message could not be followed');
  }
  if (mail.attachments.length > limits.members) {
    throw new Unreadable('over-limits', `more than ${limits.members} attachments`);
  }
  const body = bodyOf(mail, file, limits);
  const pictures = mail.attachments.filter((each) => isInlinePicture(each) && sizeOf(each) >= smallPicture);
  const findings: Finding[] = [...body.findings, ...cutMessage(bytes, file)];
  if (pictures.length > 0) {
    const told = body.blocks.some((block) => block.kind === 'table' || holdsNumber(block.text));
    findings.push(
      told
        ? finding('hidden-content', file, { what: 'pictures in the message', pictures: pictures.length })
        : finding('not-a-return', file, { why: 'picture of text' }),
    );
  }
  return { blocks: [...headLines(mail, file), ...body.blocks], findings, members: membersOf(mail) };
}

function headLines(mail: Email, file: string): readonly Line[] {
  const domain = /@([\w.-]+)/.exec(mail.from?.address ?? '')?.[1] ?? '';
  const told: readonly (readonly [string, string])[] = [
    ['subject', mail.subject ?? ''],
    ['from', domain.toLowerCase()],
    ['date', /^\d{4}-\d\d-\d\d/.exec(mail.date ?? '')?.[0] ?? ''],
  ];
  return told
    .filter(([, text]) => text.trim() !== '')
    .map(([name, text]) => line('paragraph', { text: text.trim(), marks: [] }, `${file}#${name}`, true));
}

/** The plain text, unless only the page form of the message keeps its tables apart. */
function bodyOf(
  mail: Email,
  file: string,
  limits: Limits,
): { readonly blocks: readonly Block[]; readonly findings: readonly Finding[] } {
  const text = mail.text ?? '';
  const html = mail.html ?? '';
  if (html.trim() !== '') {
    const page = readHtml(html, file, limits);
    const tables = page.blocks.some((block) => block.kind === 'table');
    if (tables || text.trim() === '') {
      return page;
    }
  }
  return { blocks: bodyBlocks(text, mail.subject ?? '', file), findings: [] };
}

function membersOf(mail: Email): readonly Member[] {
  const names = new Map<string, number>();
  const members: Member[] = [];
  for (const [index, attachment] of mail.attachments.entries()) {
    if (
      isInlinePicture(attachment) ||
      isCrest(attachment) ||
      /pkcs7-signature|pgp-signature|vcard/.test(attachment.mimeType)
    ) {
      continue;
    }
    const given = (attachment.filename ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
    const name = given === '' ? `attachment-${index + 1}${extensionOf(attachment.mimeType)}` : given;
    const before = names.get(name) ?? 0;
    names.set(name, before + 1);
    members.push({ name: before === 0 ? name : `${name} (${before + 1})`, bytes: contentOf(attachment) });
  }
  return members;
}

function isInlinePicture(attachment: Attachment): boolean {
  return (
    attachment.mimeType.startsWith('image/') &&
    (attachment.related === true || attachment.disposition === 'inline' || attachment.contentId !== undefined)
  );
}

/** Mail programs attach the crest of a signature under a number, or as what it is. */
function isCrest(attachment: Attachment): boolean {
  return (
    attachment.mimeType.startsWith('image/') &&
    sizeOf(attachment) < smallPicture &&
    /^(?:image\d{3}|.*(?:logo|crest|banner|signature|badge).*)\.\w{3,4}$/iu.test(attachment.filename ?? '')
  );
}

function extensionOf(mimeType: string): string {
  return mimeType === 'message/rfc822' ? '.eml' : '';
}

function contentOf(attachment: Attachment): Uint8Array {
  const { content } = attachment;
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

function sizeOf(attachment: Attachment): number {
  return typeof attachment.content === 'string' ? attachment.content.length : attachment.content.byteLength;
}
