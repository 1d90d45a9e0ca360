/**
 * The text a page draws, glyph by glyph, as pieces with their positions. The parser's own list of texts joins what stands
 * close, and makes one number of two in neighbouring cells; here a piece never crosses from one text object to another,
 * and keeps what the next step needs to tell words from columns.
 */
import { type Box, type Matrix, matrixOf, moved, multiply } from './pdf.matrix.ts';

export type Piece = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline, downwards from the top of the page. */
  readonly base: number;
  readonly size: number;
  readonly bold: boolean;
  /** Number of the text object that draws it: a line, a run or a cell, as the writing program chose. */
  readonly object: number;
  /** Whether the file writes a space before or after it. */
  readonly spaced: readonly [boolean, boolean];
  /** Spaces inside it that the file writes, and those told from a gap. */
  readonly spaces: { readonly written: number; readonly told: number };
  /** The part of the page it may show in, where that is narrower than the page. */
  readonly clip: Box | null;
};

export type Font = { readonly bold: boolean; readonly scale: number };

type Glyph = { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

/** In sizes of the text: a gap read as a space, and a gap read as the end of a piece, with and without a space. */
const wordGap = 0.12;
const pieceGap = 0.55;
const spacedGap = 1.6;

type Spacing = {
  font: Font;
  size: number;
  letter: number;
  word: number;
  width: number;
  leading: number;
  rise: number;
  ink: boolean;
};

export class TextState {
  readonly pieces: Piece[] = [];
  readonly turned: Piece[] = [];
  shown = 0;
  unseen = 0;
  #spacing: Spacing = {
    font: { bold: false, scale: 0.001 },
    size: 0,
    letter: 0,
    word: 0,
    width: 1,
    leading: 0,
    rise: 0,
    ink: true,
  };
  readonly #saved: Spacing[] = [];
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  #line = { x: 0, y: 0 };
  #x = 0;
  #object = 0;
  readonly #fontOf: (name: string) => Font;

  constructor(fontOf: (name: string) => Font) {
    this.#fontOf = fontOf;
  }

  save(): void {
    this.#saved.push({ ...this.#spacing });
  }

  restore(): void {
    this.#spacing = this.#saved.pop() ?? this.#spacing;
  }

  begin(): void {
    this.#object += 1;
    this.#matrix = [1, 0, 0, 1, 0, 0];
    this.#line = { x: 0, y: 0 };
    this.#x = 0;
  }

  /** One step of the list, by the parser's name for it; anything else is not about text. */
  step(name: string, args: readonly unknown[], matrix: Matrix, clip: Box | null): void {
    const number = Number(args[0]);
    switch (name) {
      case 'beginText':
        this.begin();
        break;
      case 'setCharSpacing':
        this.#spacing.letter = number;
        break;
      case 'setWordSpacing':
        this.#spacing.word = number;
        break;
      case 'setHScale':
        this.#spacing.width = number / 100;
        break;
      case 'setLeading':
        this.#spacing.leading = -number;
        break;
      case 'setTextRise':
        this.#spacing.rise = number;
        break;
      case 'setTextRenderingMode':
        this.#spacing.ink = number !== 3;
        break;
      case 'setFont':
        this.#spacing.font = this.#fontOf(String(args[0]));
        this.#spacing.size = Number(args[1]);
        break;
      case 'setTextMatrix':
        this.#matrix = matrixOf(args);
        this.#line = { x: 0, y: 0 };
        this.#x = 0;
        break;
      case 'moveText':
        this.#move(number, Number(args[1]));
        break;
      case 'setLeadingMoveText':
        this.#spacing.leading = Number(args[1]);
        this.#move(number, Number(args[1]));
        break;
      case 'nextLine':
        this.#move(0, this.#spacing.leading);
        break;
      case 'showText':
      case 'showSpacedText':
        this.#show(Array.isArray(args[0]) ? args[0] : [], matrix, clip);
        break;
    }
  }

  #move(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y };
    this.#x = this.#line.x;
  }

  #show(glyphs: readonly unknown[], page: Matrix, clip: Box | null): void {
    const { font, letter, word, width, rise } = this.#spacing;
    const size = Math.abs(this.#spacing.size);
    const flip = Math.sign(this.#spacing.size) || 1;
    const whole = multiply(page, this.#matrix);
    const across = Math.hypot(whole[0], whole[1]) * width;
    const high = Math.hypot(whole[2], whole[3]) * size;
    const angle = Math.atan2(whole[1] * flip, whole[0] * flip);
    const run = new Run(this.#object, high, font.bold, clip);
    this.shown += 1;
    this.unseen += this.#spacing.ink ? 0 : 1;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.#x -= ((glyph * size) / 1000) * width;
      } else if (isGlyph(glyph)) {
        const advance = glyph.width * font.scale * size + (glyph.isSpace ? word : 0) + letter;
        const start = moved({ x: this.#x, y: this.#line.y + rise }, whole);
        run.add(glyph.unicode, start, glyph.width * font.scale * size * across);
        this.#x += advance * width;
      }
    }
    (Math.abs(angle) < 0.1 ? this.pieces : this.turned).push(...run.pieces(angle));
  }
}

function isGlyph(value: unknown): value is Glyph {
  return typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;
}

type Open = {
  text: string;
  x: number;
  y: number;
  end: number;
  before: boolean;
  spaces: { written: number; told: number };
};

/** Glyphs drawn by one step, cut where the gap is a column's. Distances are along the line of writing. */
class Run {
  readonly #done: Open[] = [];
  #open: Open | null = null;
  #spaces = 0;
  #length = 0;
  #origin: { readonly x: number; readonly y: number } | null = null;
  readonly #object: number;
  readonly #size: number;
  readonly #bold: boolean;
  readonly #clip: Box | null;

  constructor(object: number, size: number, bold: boolean, clip: Box | null) {
    this.#object = object;
    this.#size = size;
    this.#bold = bold;
    this.#clip = clip;
  }

  add(unicode: string, start: { readonly x: number; readonly y: number }, width: number): void {
    this.#origin ??= start;
    const along = Math.hypot(start.x - this.#origin.x, start.y - this.#origin.y);
    if (/^\s*$/u.test(unicode)) {
      this.#spaces += 1;
      return;
    }
    // Ligatures are read as the letters they join; nothing else is changed.
    const text = /[\uFB00-\uFB06]/.test(unicode) ? unicode.normalize('NFKC') : unicode;
    const gap = this.#open === null ? 0 : along - this.#open.end;
    const most = this.#spaces === 1 ? spacedGap : pieceGap;
    if (this.#open === null || gap > most * this.#size) {
      const spaces = { written: 0, told: 0 };
      this.#open = { text, x: start.x, y: start.y, end: along + width, before: this.#spaces > 0, spaces };
      this.#done.push(this.#open);
    } else {
      const written = this.#spaces > 0;
      const told = !written && gap > wordGap * this.#size;
      this.#open.spaces.written += written ? 1 : 0;
      this.#open.spaces.told += told ? 1 : 0;
      this.#open.text += (written || told ? ' ' : '') + text;
      this.#open.end = along + width;
    }
    this.#length = along;
    this.#spaces = 0;
  }

  pieces(angle: number): readonly Piece[] {
    const size = this.#size;
    return this.#done.map((each, index) => {
      const origin = this.#origin ?? { x: each.x, y: each.y };
      const long = each.end - Math.hypot(each.x - origin.x, each.y - origin.y);
      const end = { x: each.x + Math.cos(angle) * long, y: each.y + Math.sin(angle) * long };
      const level = Math.abs(angle) < 0.1;
      const last = index === this.#done.length - 1;
      return {
        text: each.text,
        left: level ? each.x : Math.min(each.x, end.x) - size,
        right: level ? Math.min(end.x, this.#clip?.right ?? end.x) : Math.max(each.x, end.x),
        base: level ? each.y : (each.y + end.y) / 2,
        size,
        bold: this.#bold,
        object: this.#object,
        spaced: [each.before, last && this.#spaces > 0],
        spaces: each.spaces,
        clip: this.#clip,
      };
    });
  }
}
