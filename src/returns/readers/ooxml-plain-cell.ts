/**
 * The cells that make up most of a large Excel sheet, read letter by letter: a whole number or a shared text, with its
 * reference, as `<c r="B4" s="2" t="s"><v>17</v></c>`. Quick, and never more: whatever is unusual in any way is left to
 * `ooxml-cell.ts`, and a test holds that both read every sheet alike.
 */
import type { Markup } from './markup.ts';

const quote = 34;
const zero = 48;
const nine = 57;
const firstLetter = 65;
const lastLetter = 90;

/** The cell taken last. One object serves all cells of a sheet. */
export class PlainCell {
  row = 0;
  col = 0;
  style = 0;
  isShared = false;
  value = 0;
  #at = 0;

  /** Takes such a cell if one comes next; else moves nowhere. */
  take(markup: Markup): boolean {
    const { xml } = markup;
    this.#at = markup.position;
    if (!this.#skip(xml, '<c r="') || !this.#takeReference(xml)) return false;
    this.style = 0;
    if (this.#skip(xml, ' s="')) {
      this.style = this.#digits(xml);
      if (this.style < 0 || !this.#skip(xml, '"')) return false;
    }
    this.isShared = this.#skip(xml, ' t="s"');
    if (!this.isShared) this.#skip(xml, ' t="n"');
    if (!this.#skip(xml, '><v>')) return false;
    this.value = this.#digits(xml);
    if (this.value < 0 || !this.#skip(xml, '</v></c>')) return false;
    markup.moveTo(this.#at);
    return true;
  }

  #skip(xml: string, text: string): boolean {
    if (!xml.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #takeReference(xml: string): boolean {
    let col = 0;
    let code = xml.charCodeAt(this.#at);
    for (; code >= firstLetter && code <= lastLetter; code = xml.charCodeAt(++this.#at)) {
      col = col * 26 + code - firstLetter + 1;
    }
    const row = this.#digits(xml);
    if (row < 1 || col < 1 || xml.charCodeAt(this.#at) !== quote) return false;
    this.#at++;
    this.row = row - 1;
    this.col = col - 1;
    return true;
  }

  /** A whole number of at most nine digits written without leading zeros; -1 where there is none. */
  #digits(xml: string): number {
    const start = this.#at;
    let number = 0;
    let code = xml.charCodeAt(start);
    if (code === zero) {
      this.#at++;
      return 0;
    }
    for (; code >= zero && code <= nine; code = xml.charCodeAt(++this.#at))
      number = number * 10 + code - zero;
    const length = this.#at - start;
    return length > 0 && length <= 9 ? number : -1;
  }
}
