/**
 * Bilingual returns print a label twice in one cell: "Benyw / Female", "Dan 12 oed (Under 12)". The whole cell is tried
 * first; then its parts, which must all be read and all say the same.
 */
export function inEveryPart<T>(
  read: (text: string) => T | null,
  key: (value: T) => unknown = (value) => value,
) {
  return (text: string): T | null => {
    const whole = read(text);
    if (whole !== null) return whole;
    const parts = text.split(/[/|()\n]/).filter((part) => part.trim() !== '');
    const values = parts.map(read);
    const [first = null] = values;
    if (parts.length < 2 || first === null) return null;
    return values.every((value) => value !== null && key(value) === key(first)) ? first : null;
  };
}
