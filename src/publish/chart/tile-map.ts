/**
 * A map of England and Wales in which every territorial force is one square of the same size, roughly where it lies: a
 * large county does not look like a large number. Places are by eye, from the ONS map of police force areas; a force
 * without a place here is simply not on the map, and the list beside it holds them all.
 */
export type Tile = { readonly column: number; readonly row: number; readonly letters: string };

/** One line is one row of squares, from north to south: three letters and the last digits of the GSS code, or `.`. */
const GRID = [
  '.          .          .          .          NBR:E07    .          .',
  '.          .          .          CMB:E02    DUR:E08    CLV:E13    .',
  '.          .          .          LAN:E03    NYK:E09    HUM:E12    .',
  '.          .          MER:E04    GMP:E05    WYK:E10    SYK:E11    .',
  '.          NWA:W01    CHE:E06    DER:E18    NOT:E19    LIN:E20    .',
  'DYP:W04    WME:E16    STA:E15    WMI:E14    LEI:E21    CAM:E23    NOR:E24',
  'SWA:W03    GWE:W02    GLO:E37    WAR:E17    NHA:E22    BED:E26    SUF:E25',
  '.          AVS:E36    WIL:E38    TVP:E29    HRT:E27    ESX:E28    .',
  'DAC:E35    DOR:E39    HAM:E30    SUR:E31    MET:E01    COL:E34    .',
  '.          .          .          SUS:E33    KEN:E32    .          .',
];

export const TILES: ReadonlyMap<string, Tile> = new Map(
  GRID.flatMap((line, row) =>
    line.split(/\s+/).flatMap((square, column): [string, Tile][] => {
      const [letters, place] = square.split(':');
      if (letters === undefined || place === undefined) return [];
      const country = place.startsWith('W') ? 'W150000' : 'E230000';
      return [[`${country}${place.slice(1)}`, { column, row, letters }]];
    }),
  ),
);
