/** The looks of an OpenDocument spreadsheet that bear on reading, by style name: bold, raised text, hidden tables. */
import type { Markup, Namespaces } from './markup.ts';

export const odfNamespaces: Namespaces = new Map(
  (
    [
      ['office', 'office'],
      ['table', 'table'],
      ['text', 'text'],
      ['style', 'style'],
      ['drawing', 'draw'],
      ['datastyle', 'number'],
      ['xsl-fo-compatible', 'fo'],
    ] as const
  ).map(([address, prefix]) => [`urn:oasis:names:tc:opendocument:xmlns:${address}:1.0`, prefix]),
);

export type OdfStyle = {
  parent: string | null;
  bold: boolean | null;
  raised: boolean | null;
  /** False for a table style that is not displayed. */
  displayed: boolean;
  /** Columns and rows of no size cannot be seen. */
  nothing: boolean;
  /** Whether it names a number format of its own; N0 is the General of LibreOffice. */
  formatted: boolean | null;
};

export class OdfStyles {
  readonly #styles = new Map<string, OdfStyle>();

  /** Takes the style opened last, up to its close. */
  take(markup: Markup): void {
    const family = markup.attribute('style:family') ?? '';
    const name = markup.attribute('style:name') ?? '';
    const style: OdfStyle = {
      parent: markup.attribute('style:parent-style-name') ?? null,
      bold: null,
      raised: null,
      displayed: true,
      nothing: false,
      formatted: isFormatted(markup.attribute('style:data-style-name')),
    };
    const outer = markup.depth - 1;
    for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
      if (event === 'open') takeProperties(markup, style);
    }
    this.#styles.set(`${family}/${name}`, style);
  }

  isBold(family: 'table-cell' | 'text', name: string | undefined): boolean | null {
    return this.#inherited(family, name, (style) => style.bold);
  }

  isRaised(family: 'table-cell' | 'text', name: string | undefined): boolean | null {
    return this.#inherited(family, name, (style) => style.raised);
  }

  isFormatted(name: string | undefined): boolean {
    return this.#inherited('table-cell', name, (style) => style.formatted) ?? false;
  }

  isDisplayed(name: string | undefined): boolean {
    return this.#styles.get(`table/${name}`)?.displayed ?? true;
  }

  isNothing(family: 'table-column' | 'table-row', name: string | undefined): boolean {
    return this.#styles.get(`${family}/${name}`)?.nothing ?? false;
  }

  #inherited(
    family: string,
    name: string | undefined,
    look: (style: OdfStyle) => boolean | null,
  ): boolean | null {
    if (name === undefined) return null;
    let style = this.#styles.get(`${family}/${name}`);
    // Ten generations: a style that names itself as its parent must not hold us.
    for (let n = 0; style !== undefined && n < 10; n++) {
      const seen = look(style);
      if (seen !== null) return seen;
      style = style.parent === null ? undefined : this.#styles.get(`${family}/${style.parent}`);
    }
    return null;
  }
}

function isFormatted(format: string | undefined): boolean | null {
  return format === undefined ? null : format !== 'N0';
}

function takeProperties(markup: Markup, style: OdfStyle): void {
  if (markup.name === 'style:text-properties') {
    const weight = markup.attribute('fo:font-weight');
    if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600;
    const position = markup.attribute('style:text-position');
    if (position !== undefined) style.raised = /^(?:super|[1-9])/.test(position);
  } else if (markup.name === 'style:table-properties') {
    style.displayed = markup.attribute('table:display') !== 'false';
  } else {
    const size = markup.attribute('style:column-width') ?? markup.attribute('style:row-height');
    if (size !== undefined && Number.parseFloat(size) === 0) style.nothing = true;
  }
}
