/** The same return in Welsh and English: headings in both, and sentences once in each, as forces in Wales send them. */
import type { Chance } from './chance.ts';
import type { PageCell, Piece, Section, Text } from './page.ts';

const WELSH: Readonly<Record<string, string>> = {
  Total: 'Cyfanswm',
  TOTAL: 'CYFANSWM',
  Year: 'Blwyddyn',
  'Financial year': 'Blwyddyn ariannol',
  Age: 'Oedran',
  'Age of victim': 'Oedran y dioddefwr',
  'Age group': 'Grŵp oedran',
  Sex: 'Rhyw',
  Gender: 'Rhywedd',
  Offence: 'Trosedd',
  Offences: 'Troseddau',
  offences: 'troseddau',
  Victims: 'Dioddefwyr',
  victims: 'dioddefwyr',
  Female: 'Benyw',
  Male: 'Gwryw',
  Unknown: 'Anhysbys',
  'Not known': 'Ddim yn hysbys',
  'Not recorded': 'Heb ei gofnodi',
  Number: 'Nifer',
  Other: 'Arall',
  Platform: 'Platfform',
};

/** Each heading that has a Welsh word in both languages, by one mark throughout. */
export function inTwoLanguages(by: Chance, sections: readonly Section[]): readonly Section[] {
  const mark = by.pick([' / ', ' / ', '\n', ' | ']);
  const isWelshFirst = by.maybe(0.7);
  const both = (text: Text): Text => {
    const welsh = typeof text === 'string' ? WELSH[text] : undefined;
    if (welsh === undefined) return text;
    return isWelshFirst ? `${welsh}${mark}${text}` : `${text}${mark}${welsh}`;
  };
  const inBoth = (piece: Piece): Piece =>
    piece.kind === 'line'
      ? piece
      : {
          ...piece,
          rows: piece.rows.map((row) =>
            row.map((one): PageCell | null => (one === null ? null : { ...one, text: both(one.text) })),
          ),
        };
  const furniture: readonly Piece[] = by.maybe(0.5)
    ? [{ kind: 'line', text: 'Rhyddid Gwybodaeth / Freedom of Information' }]
    : [];
  return sections.map((section, at) => ({
    ...section,
    pieces: [...(at === 0 ? furniture : []), ...section.pieces.map(inBoth)],
  }));
}
