/**
 * The shared texts of a workbook, kept as bytes and decoded when asked for: a million narratives as strings would take three times
 * the room. Reading marks above the letters of some languages are no part of a text.
 */
import { unescaped } from './extract-xlsx.ts';

export type SharedTexts = (index: number) => string;

const ITEM = /<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g;
const TEXT = /<(?:\w+:)?t\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g;
const READING = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;

export async function textsOf(stream: AsyncGenerator<Buffer>): Promise<SharedTexts> {
  const decoder = new TextDecoder('utf-8');
  let bytes = Buffer.allocUnsafe(1 << 16);
  let ends = new Float64Array(1_024);
  let used = 0;
  let count = 0;
  let held = '';
  for await (const chunk of stream) {
    held += decoder.decode(chunk, { stream: true });
    let done = 0;
    for (const found of held.matchAll(ITEM)) {
      done = found.index + found[0].length;
      const inside = (found[1] ?? '').replace(READING, '');
      const text = [...inside.matchAll(TEXT)].map(([, part = '']) => unescaped(part)).join('');
      const room = used + text.length * 3;
      if (room > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, room));
        bytes.copy(larger, 0, 0, used);
        bytes = larger;
      }
      used += bytes.write(text, used);
      if (count === ends.length) {
        const larger = new Float64Array(ends.length * 2);
        larger.set(ends);
        ends = larger;
      }
      ends[count++] = used;
    }
    held = held.slice(done);
  }
  return (index) =>
    Number.isInteger(index) && index >= 0 && index < count
      ? bytes.toString('utf8', index === 0 ? 0 : (ends[index - 1] as number), ends[index])
      : '';
}
