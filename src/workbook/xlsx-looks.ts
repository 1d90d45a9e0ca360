/** The looks of cells in an XLSX, by the number a cell carries: font, fill, border, alignment, named style, number format. */
import type { Markup } from '#returns/readers/markup.ts';
import { builtInFormat } from '#returns/readers/number-format.ts';
import { isOn } from '#returns/readers/ooxml-workbook.ts';
import { type Look, plainLook } from './facts.ts';

type Font = Pick<Look, 'font' | 'size' | 'isItalic' | 'isUnderlined' | 'isRaised' | 'hasColour'>;
type Xf = { readonly style: number; look: Look };

export function xlsxLooks(markup: Markup): readonly Look[] {
  const fonts: { -readonly [K in keyof Font]: Font[K] }[] = [];
  const fills: boolean[] = [];
  const borders: boolean[] = [];
  const codes = new Map<number, string>();
  const cells: Xf[] = [];
  const headings = new Map<number, number>();
  let list = '';
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event === 'close' && markup.depth === 1) list = '';
    if (event !== 'open') continue;
    const { name } = markup;
    if (markup.depth === 2) list = name;
    const value = () => markup.attribute('val');
    const font = fonts.at(-1);
    if (list === 'fonts') {
      if (name === 'font')
        fonts.push({
          font: '',
          size: 0,
          isItalic: false,
          isUnderlined: false,
          isRaised: false,
          hasColour: false,
        });
      else if (font === undefined) continue;
      else if (name === 'name') font.font = value() ?? '';
      else if (name === 'sz') font.size = Number(value());
      else if (name === 'i') font.isItalic = isOn(value(), true);
      else if (name === 'u') font.isUnderlined = value() !== 'none';
      else if (name === 'vertAlign') font.isRaised = value() === 'superscript' || value() === 'subscript';
      else if (name === 'color') font.hasColour = isColour(markup);
    } else if (list === 'fills' && name === 'patternFill') {
      const pattern = markup.attribute('patternType') ?? 'none';
      // The second fill is in every file by the format's own rule and is used by no cell on purpose.
      fills.push(pattern !== 'none');
    } else if (list === 'fills' && name === 'gradientFill') fills.push(true);
    else if (list === 'borders' && name === 'border') borders.push(false);
    else if (list === 'borders' && (markup.attribute('style') ?? 'none') !== 'none')
      borders[borders.length - 1] = true;
    else if (name === 'numFmt' && list === 'numFmts') {
      codes.set(Number(markup.attribute('numFmtId')), markup.attribute('formatCode') ?? '');
    } else if (name === 'xf' && list === 'cellXfs') {
      const of = (attribute: string) => Number(markup.attribute(attribute) ?? 0);
      const format = codes.get(of('numFmtId')) ?? builtInFormat(of('numFmtId'));
      cells.push({
        style: of('xfId'),
        look: {
          ...plainLook,
          ...(fonts[of('fontId')] ?? {}),
          hasFill: fills[of('fillId')] ?? false,
          hasBorder: borders[of('borderId')] ?? false,
          hasThousands: /[#0],[#0]/.test(format),
          date: dateOf(format),
        },
      });
    } else if (name === 'alignment' && list === 'cellXfs') {
      const last = cells.at(-1);
      if (last !== undefined) last.look = { ...last.look, ...alignment(markup) };
    } else if (name === 'cellStyle') {
      const builtin = Number(markup.attribute('builtinId') ?? Number.NaN);
      const named = /^heading (\d)$/i.exec(markup.attribute('name') ?? '')?.[1];
      const level = builtin >= 16 && builtin <= 19 ? builtin - 15 : Number(named ?? 0);
      if (level > 0) headings.set(Number(markup.attribute('xfId')), level);
    }
  }
  return cells.map(({ style, look }) => ({ ...look, heading: headings.get(style) ?? 0 }));
}

function alignment(markup: Markup): Pick<Look, 'align' | 'isWrapped' | 'isTurned' | 'isIndented'> {
  const side = markup.attribute('horizontal') ?? 'general';
  const turned = markup.attribute('textRotation') ?? '0';
  return {
    align: side === 'left' || side === 'right' ? side : side === 'general' ? 'general' : 'centre',
    isWrapped: isOn(markup.attribute('wrapText')),
    isTurned: turned !== '0',
    isIndented: Number(markup.attribute('indent') ?? 0) > 0,
  };
}

/** Text in the first colour of the theme, or in the colour of the window, is text in no colour of its own. */
function isColour(markup: Markup): boolean {
  if (isOn(markup.attribute('auto'))) return false;
  const theme = markup.attribute('theme');
  if (theme !== undefined) return theme !== '1';
  const indexed = markup.attribute('indexed');
  if (indexed !== undefined) return indexed !== '64' && indexed !== '8';
  return !/^(?:FF|00)?000000$/i.test(markup.attribute('rgb') ?? 'FF000000');
}

function dateOf(format: string): Look['date'] {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (!/[dy]/i.test(bare) || /general/i.test(bare)) return 'none';
  return /mmm/i.test(bare) ? 'words' : 'figures';
}
