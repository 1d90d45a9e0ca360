/** The looks of cells in an ODS by style name, with what they inherit; the default style of cells gives the language. */
import type { Markup } from '#returns/readers/markup.ts';
import { type Look, plainLook } from './facts.ts';

type Own = { -readonly [K in keyof Look]?: Look[K] };
type Style = {
  readonly parent: string | null;
  readonly name: string;
  readonly own: Own;
  format: string | null;
};

/** Ten generations: a style that names itself as its parent must not hold us. */
const GENERATIONS = 10;

export class OdsLooks {
  language = '';
  readonly #cells = new Map<string, Style>();
  readonly #text = new Map<string, Own>();
  readonly #widths = new Map<string, number>();
  readonly #formats = new Map<string, Pick<Look, 'hasThousands' | 'date'>>();
  readonly #hidden = new Set<string>();
  readonly #made = new Map<string | undefined, Look>();
  #base: Own = {};

  /** Takes the style or number format opened last, up to its close. */
  take(markup: Markup): void {
    const family = markup.attribute('style:family') ?? '';
    const name = markup.attribute('style:name') ?? '';
    if (markup.name.startsWith('number:')) this.#takeFormat(markup, name);
    else if (markup.name === 'style:default-style' && family === 'table-cell') {
      this.#base = this.#properties(markup, (language) => {
        this.language = language;
      });
    } else if (family === 'table-cell') {
      const display = markup.attribute('style:display-name') ?? name;
      const parent = markup.attribute('style:parent-style-name') ?? null;
      const format = markup.attribute('style:data-style-name') ?? null;
      const own = this.#properties(markup, (language) => {
        if (name === 'Default' && this.language === '') this.language = language;
      });
      this.#cells.set(name, { parent, name: display, own, format });
    } else if (family === 'text')
      this.#text.set(
        name,
        this.#properties(markup, () => undefined),
      );
    else if (family === 'table-column' || family === 'table') this.#takeSize(markup, `${family}/${name}`);
    else markup.skip();
  }

  /** Worked out once for each style: rules look at every cell of a sheet. */
  look(name: string | undefined): Look {
    const known = this.#made.get(name) ?? this.#inherited(name);
    this.#made.set(name, known);
    return known;
  }

  #inherited(name: string | undefined): Look {
    const chain: Style[] = [];
    let style = name === undefined ? undefined : this.#cells.get(name);
    for (let n = 0; style !== undefined && n < GENERATIONS; n++) {
      chain.push(style);
      style = style.parent === null ? undefined : this.#cells.get(style.parent);
    }
    const base = chain.some((one) => one.name === 'Default') ? {} : (this.#cells.get('Default')?.own ?? {});
    const format = chain.find((one) => one.format !== null)?.format ?? '';
    const heading = chain.map((one) => headingOf(one.name)).find((level) => level > 0) ?? 0;
    const own = chain.map((one) => one.own).reverse();
    return {
      ...plainLook,
      ...this.#base,
      ...base,
      ...Object.assign({}, ...own),
      ...this.#formats.get(format),
      heading,
    };
  }

  /** Looks that a part of a text has for itself. */
  ofText(name: string | undefined): Own {
    return this.#text.get(name ?? '') ?? {};
  }

  width(name: string | undefined): number | null {
    return this.#widths.get(`table-column/${name}`) ?? null;
  }

  isHidden(name: string | undefined): boolean {
    return this.#hidden.has(`table/${name}`);
  }

  #properties(markup: Markup, tellLanguage: (language: string) => void): Own {
    const outer = markup.depth - 1;
    const own: Own = {};
    for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
      if (event !== 'open') continue;
      const language = markup.attribute('fo:language');
      if (language !== undefined) tellLanguage(`${language}-${markup.attribute('fo:country') ?? ''}`);
      for (let n = 0; n < markup.attributeCount; n++) {
        setLook(own, markup.attributeName(n), markup.attributeValue(n));
      }
    }
    return own;
  }

  #takeSize(markup: Markup, key: string): void {
    const outer = markup.depth - 1;
    for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
      if (event !== 'open') continue;
      const width = markup.attribute('style:column-width');
      if (width !== undefined) this.#widths.set(key, characters(width));
      if (markup.attribute('table:display') === 'false') this.#hidden.add(key);
    }
  }

  #takeFormat(markup: Markup, name: string): void {
    const isDate = markup.name === 'number:date-style';
    let [hasThousands, inWords] = [false, false];
    const outer = markup.depth - 1;
    for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
      if (event !== 'open') continue;
      if (markup.attribute('number:grouping') === 'true') hasThousands = true;
      if (markup.name === 'number:month' && markup.attribute('number:textual') === 'true') inWords = true;
    }
    this.#formats.set(name, { hasThousands, date: isDate ? (inWords ? 'words' : 'figures') : 'none' });
  }
}

/** A character of text at 12 points is about 0.21 cm wide. */
function characters(width: string): number {
  const size = Number.parseFloat(width);
  return (
    (width.endsWith('in')
      ? size * 2.54
      : width.endsWith('mm')
        ? size / 10
        : width.endsWith('pt')
          ? size * 0.0353
          : size) / 0.21
  );
}

function headingOf(name: string): number {
  const found = /^heading(?:[ _]|_20_)*(\d)?$/i.exec(name.replaceAll('_20_', ' '));
  return found === null ? 0 : Number(found[1] ?? 1);
}

function setLook(look: Own, name: string, value: string): void {
  switch (name) {
    case 'style:font-name':
    case 'fo:font-family':
      look.font = value.replaceAll("'", '');
      break;
    case 'fo:font-size':
      if (value.endsWith('pt')) look.size = Number.parseFloat(value);
      break;
    case 'fo:font-style':
      look.isItalic = value !== 'normal';
      break;
    case 'style:text-underline-style':
      look.isUnderlined = value !== 'none';
      break;
    case 'style:text-position':
      look.isRaised = /^(?:super|sub|-?[1-9])/.test(value);
      break;
    case 'fo:letter-spacing':
      look.isSpaced = value !== 'normal' && Number.parseFloat(value) !== 0;
      break;
    case 'style:rotation-angle':
      look.isTurned = Number.parseFloat(value) !== 0;
      break;
    case 'style:direction':
      look.isTurned = value === 'ttb';
      break;
    case 'fo:color':
      look.hasColour = !/^#0{6}$/.test(value);
      break;
    case 'fo:background-color':
      look.hasFill = value !== 'transparent';
      break;
    case 'fo:wrap-option':
      look.isWrapped = value === 'wrap';
      break;
    case 'fo:margin-left':
      look.isIndented = Number.parseFloat(value) > 0;
      break;
    case 'fo:text-align':
      look.align =
        value === 'end' || value === 'right'
          ? 'right'
          : value === 'start' || value === 'left'
            ? 'left'
            : 'centre';
      break;
    case 'style:use-window-font-color':
      if (value === 'true') look.hasColour = false;
      break;
    default:
      if (/^fo:border(?:-(?:top|bottom|left|right))?$/.test(name))
        look.hasBorder = !/^(?:none|0)/.test(value);
  }
}
