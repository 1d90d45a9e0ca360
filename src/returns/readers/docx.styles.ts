/**
 * What the styles of a letter say of a paragraph or a run: heading, list membership, bold, raised, hidden. Direct
 * formatting wins over the style, a style over the style it is based on.
 */
import { type Branch, below, branches, isOn, wordOf } from './docx.tree.ts';

export type Styles = {
  readonly isHeading: (paragraph: Branch) => boolean;
  /** Numbering the paragraph takes part in, from itself or from its style. */
  readonly listOf: (paragraph: Branch) => { readonly list: string; readonly level: number } | null;
  readonly runIs: (run: Branch, paragraph: Branch | null, property: 'bold' | 'raised' | 'hidden') => boolean;
};

export function stylesOf(part: Branch | null): Styles {
  const styles = new Map<string, Branch>();
  let usual: string | null = null;
  for (const style of branches(below(part, 'w:styles'))) {
    const id = style.attributes['w:styleId'];
    if (style.name === 'w:style' && id !== undefined) {
      styles.set(id, style);
      if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1') {
        usual = id;
      }
    }
  }

  /** The style, then those it is based on; a circle ends it. */
  function chain(id: string | null): readonly Branch[] {
    const found: Branch[] = [];
    for (let next = id; next !== null; ) {
      const style = styles.get(next);
      if (style === undefined || found.includes(style)) {
        break;
      }
      found.push(style);
      next = wordOf(style, 'w:basedOn');
    }
    return found;
  }

  const styleOf = (paragraph: Branch): string | null => wordOf(paragraph, 'w:pPr', 'w:pStyle') ?? usual;

  return {
    isHeading: (paragraph) =>
      below(paragraph, 'w:pPr', 'w:outlineLvl') !== null ||
      chain(styleOf(paragraph)).some((style) => {
        const name = wordOf(style, 'w:name') ?? '';
        return (
          /^(?:heading \d|title|subtitle)$/i.test(name) || below(style, 'w:pPr', 'w:outlineLvl') !== null
        );
      }),
    listOf: (paragraph) => {
      for (const from of [paragraph, ...chain(styleOf(paragraph))]) {
        const list = wordOf(from, 'w:pPr', 'w:numPr', 'w:numId');
        if (list !== null) {
          return list === '0'
            ? null
            : { list, level: Number(wordOf(from, 'w:pPr', 'w:numPr', 'w:ilvl') ?? '0') };
        }
      }
      return null;
    },
    runIs: (run, paragraph, property) => {
      const sources = [
        run,
        ...chain(wordOf(run, 'w:rPr', 'w:rStyle')),
        ...(paragraph === null ? [] : chain(styleOf(paragraph))),
      ];
      for (const source of sources) {
        const stated = stateOf(source, property);
        if (stated !== null) {
          return stated;
        }
      }
      return false;
    },
  };
}

function stateOf(source: Branch, property: 'bold' | 'raised' | 'hidden'): boolean | null {
  if (property === 'raised') {
    const align = wordOf(source, 'w:rPr', 'w:vertAlign');
    if (align !== null) {
      return align === 'superscript';
    }
    const position = wordOf(source, 'w:rPr', 'w:position');
    return position === null ? null : Number(position) > 0;
  }
  const name = property === 'bold' ? 'w:b' : 'w:vanish';
  return below(source, 'w:rPr', name) === null ? null : isOn(source, 'w:rPr', name);
}
