/**
 * Keeps which characters of a text are already read, so that nothing is read twice: in a time that grows with the text,
 * however many words it holds. An empty span is refused.
 */
export type Spans = {
  /** Takes the span if no character of it was taken before. */
  readonly take: (start: number, end: number) => boolean;
  readonly isFree: (start: number, end: number) => boolean;
};

export function spansOf(text: string): Spans {
  const taken = new Uint8Array(text.length);
  const isFree = (start: number, end: number): boolean => {
    for (let at = start; at < end; at += 1) if (taken[at] === 1) return false;
    return end > start;
  };
  return {
    isFree,
    take: (start, end) => {
      if (!isFree(start, end)) return false;
      taken.fill(1, start, end);
      return true;
    },
  };
}
