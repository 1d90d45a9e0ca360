/**
 * Draws PDF files for tests: text at positions in points from the top left of an A4 page, straight lines, forms of text
 * that no writer of letters would choose. Same arguments, same bytes.
 */
import { deflateSync } from 'node:zlib';

export type Drawn =
  | {
      readonly text: string;
      readonly x: number;
      /** Baseline, from the top of the page. */
      readonly y: number;
      readonly size?: number;
      readonly bold?: boolean;
      /** Drawn up the page. */
      readonly upwards?: boolean;
      /** Drawn without ink, as the text under a scanned page is. */
      readonly unseen?: boolean;
    }
  | { readonly line: readonly [number, number, number, number] };

export type PdfParts = {
  readonly pages: readonly (readonly Drawn[])[];
  /** Whether each page holds a picture over all of it. */
  readonly pictures?: boolean;
  /** Objects of the document beside its pages, as written: `/Encrypt …` and the like in the trailer. */
  readonly trailer?: string;
  /** Whether the text of the pages is packed, as in every PDF that a program prints. */
  readonly packed?: boolean;
};

export const pageWidth = 595;
export const pageHeight = 842;

const widths =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 ' +
  '584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 ' +
  '278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 ' +
  '500 500 500 334 260 334 584';
const advances = widths.split(' ').map(Number);

/** Width of a text in the font the pages are set in, as its makers publish it. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) {
    sum += advances[letter.charCodeAt(0) - 32] ?? 556;
  }
  return (sum * size) / 1000;
}

export function pdfOf({ pages, pictures = false, trailer = '', packed = false }: PdfParts): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ');
  const picture = 5 + pages.length * 2;
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const font of ['Helvetica', 'Helvetica-Bold']) {
    objects.push(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`);
  }
  const drawn = pictures ? ` /XObject << /I ${picture} 0 R >>` : '';
  for (const [index, page] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] ` +
        `/Resources << /Font << /F 3 0 R /B 4 0 R >>${drawn} >> /Contents ${6 + index * 2} 0 R >>`,
    );
    const image = pictures ? `q ${pageWidth} 0 0 ${pageHeight} 0 0 cm /I Do Q\n` : '';
    const plain = image + page.map(written).join('\n');
    const content = packed ? deflateSync(Buffer.from(plain, 'latin1')).toString('latin1') : plain;
    const filter = packed ? ' /Filter /FlateDecode' : '';
    objects.push(`<< /Length ${content.length}${filter} >>\nstream\n${content}\nendstream`);
  }
  if (pictures) {
    objects.push(
      '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n' +
        'stream\n0\nendstream',
    );
  }
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

function written(drawn: Drawn): string {
  if ('line' in drawn) {
    const [x1, y1, x2, y2] = drawn.line;
    return `0.5 w ${x1} ${pageHeight - y1} m ${x2} ${pageHeight - y2} l S`;
  }
  const { text, x, y, size = 11, bold = false, upwards = false, unseen = false } = drawn;
  const turn = upwards ? '0 1 -1 0' : '1 0 0 1';
  const said = text.replace(/[\\()]/g, '\\$&');
  const at = `${x.toFixed(2)} ${(pageHeight - y).toFixed(2)}`;
  return `BT /${bold ? 'B' : 'F'} ${size} Tf ${unseen ? 3 : 0} Tr ${turn} ${at} Tm (${said}) Tj ET`;
}
