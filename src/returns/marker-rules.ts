/**
 * What the sender says its signs mean: "numbers from 1 to 4 are shown as <5", "- means nil", "an empty cell means that
 * there were none", "zero is shown as 0". Read from every line and note of the return; a sign that no rule explains keeps
 * the widest bounds.
 */
import { sentencesOf } from './letters/sentences-of.ts';
import { allBounds, boundsIn, NUMBER_WORD, numberOf } from './words/value-words.ts';

export type SignRule = { readonly low: number; readonly high: number };

export type MarkerRules = {
  /** Rule for `*` and other masks, by sign; 'any' for "suppressed figures" in general. */
  readonly masks: ReadonlyMap<string, SignRule>;
  /** Signs that stand for no number at all: `[z]` is "not applicable". */
  readonly absent: ReadonlySet<string>;
  readonly dash: SignRule | null;
  readonly blank: SignRule | null;
  /** The file says that zeros are shown, so that a hidden small number is at least one. */
  readonly zeroShown: boolean;
};

const MEANS =
  /\b(?:means?|stands?\s+(?:for|in\s+place\s+of)|denotes?|represents?|indicates?|replaces?|hides?|masks?|conceals?|takes?\s+the\s+place\s+of|signif(?:y|ies)|is\s+(?:used|shown|given|printed|written|displayed|recorded|entered|equal\s+to)|are\s+(?:used|shown|given|printed|written|displayed|recorded|entered|replaced|suppressed|hidden|withheld|masked|marked|published|reported|expressed|stated|presented)|(?:has|have)\s+been\s+(?:replaced|suppressed|withheld|hidden|masked|redacted|marked|shown)|shown|replaced|refers?\s+to|contains?|appears?\s+as|(?:is|are)\s+represented|(?:is|are|has\s+been|have\s+been)\s+not\s+(?:disclosed|shown|released|provided|given|published)|(?:do|does|will)\s+not\s+(?:disclose|release|provide|publish|show)|yn golygu)\b|[=:]/iu;
const NONE =
  /\b(?:nil|none|zero|zeros|zeroes|nought|no\s+(?:offences?|crimes?|victims?|records|recorded|such|data were|results)|there\s+(?:were|was)\s+(?:none|no\b)|nothing|dim|0)\b/iu;
const STAR = /(?:^|[\s"'“(‘])(\*+)(?:$|[\s"'”)’=:,.;<])|\b(?:a\s+star|stars|asterisk(?:s)?|starred)\b/iu;
/** Other signs of which `value-words.ts` makes a mask; letters by themselves only where the line begins with them. */
const OTHER_SIGNS: readonly (readonly [string, RegExp])[] = [
  ['x', /(?:^|[\s"'“(])x(?=[\s"'”)=:]|$)/iu],
  ...['c', 's'].map(
    (sign) => [sign, new RegExp(`^\\W*${sign}\\W*\\s(?:=|:|means?|denotes?|indicates?)`, 'iu')] as const,
  ),
  ...['c', 'x', 's', 'z', 'u', 'w'].map(
    (sign) => [sign, new RegExp(`\\bletter\\s+["'“‘]?${sign}["'”’]?(?=[\\s:=]|$)`, 'iu')] as const,
  ),
  ['low', /(?:^|[\s"'“(:])low["'”)]?\s+(?:=|means?|denotes?|indicates?|stands\s+for|is)\s/iu],
  ...['c', 'x', 's', 'z', 'u', 'w', 'low'].map(
    (sign) => [`[${sign}]`, new RegExp(`\\[${sign}\\]`, 'iu')] as const,
  ),
  ...['#', '~', '^', '†', '‡', '..'].map(
    (sign) =>
      [sign, new RegExp(`(?:^|[\\s"'“(])${sign.replace(/[.^]/gu, '\\$&')}(?=[\\s"'”)=:]|$)`, 'u')] as const,
  ),
];
/** `* Less than 5`, `(*) 1-4`: a sign and its bounds with nothing between. From nought it might be an age. */
const FOOTNOTE =
  /^\s*[("'“]?(?:\*+|#|~|\^|†|‡|\.\.|\[\w+\])[)"'”]?\s*[-–:=]?\s*(?:(?:<|≤|less|fewer|lower|under|below|up\s+to|five|four)|(?:from\s+|between\s+)?(?:1|one)\s*(?:-|–|to|and)\s*(?:\d|\w+\b))[\w\s<≤]{0,12}(?:or\s+(?:less|fewer)|inclusive|offences|crimes|victims|records)?\.?\s*$/iu;
const DASH =
  /(?:^|[\s"'“(‘])[-–—](?:["'”)’]|\s*(?=[=:]|\s(?:means?|denotes?|indicates?|represents?|is|stands|signifies)))|\b(?:a\s+|an\s+)?(?:dash(?:es)?|hyphens?)\b/iu;
const ABSENT = /\bn\/a\b|\bnot\s+(?:applicable|available|held|collected|recorded|in\s+force)\b/iu;
/** "A blank does not mean zero", "empty cells are not zeros": a rule denied is no rule. */
const NOT =
  /\b(?:not|never|n't)\s+(?:be\s+)?(?:mean|read|taken|zeros?|nil|necessarily|imply|indicate|a\s+zero|the\s+same)/iu;
const BLANK = /\b(?:blanks?|empty|(?:left|are|is)\s+blank)\b/iu;
const SUPPRESS =
  /\b(?:suppress\w*|mask\w*|redact\w*|withheld|hidden|replaced|not\s+(?:shown|released?|disclosed?|given|published?|provided?))\b/iu;
const ZERO_SHOWN =
  /\b(?:0|zero|nil)\s+is\s+(?:shown|given|printed|used)\b(?!\s+as\s+(?:<|\*|blank|-))|\bnone\s+(?:is|are)\s+(?:shown|given|printed)\s+as\s+(?:0|zero|nil)\b|\b(?:zeros?|zeroes|nil returns?|a\s+zero)\s+(?:is|are|has\s+been|have\s+been|values\s+are)?\s*(?:shown|given|displayed|recorded|left|stated|printed|always\s+shown)\s*(?:as\s+(?:0|zero|nil|a\s+zero|such)|in full)?|\bwhere\s+there\s+(?:were|was|are|is)\s+(?:none|no\s+[\p{L}\s]{1,30}?),?\s+(?:(?:we|the\s+tables?|it)\s+(?:writes?|prints?|puts?|gives?|enters?|shows?|says?|reads?)|(?:is|are)\s+(?:written|printed|shown)(?:\s+as)?)\s+["'“‘]?(?:nil|none|0|zero)\b|\bsero\s+yn\s+cael\s+ei\s+dd?angos\b|\btrue\s+zeros?\b|\b0\s+(?:means|is)\s+(?:a\s+)?(?:true\s+)?(?:zero|none|nil)\b|\b(?:zero|zeros|0)\s+(?:values?\s+|counts?\s+|figures?\s+|returns?\s+)?(?:is|are)\s+(?:not\s+(?:hidden|suppressed|withheld|masked|rounded|affected))/iu;

/** `<5`, `≤4`, "fewer than five": one sign, however it is written. */
export function boundSign(value: { readonly low: number; readonly high: number }): string {
  return value.low === 0 ? `<${value.high + 1}` : `${value.low} to ${value.high}`;
}

/** The bounded sign that a rule says is shown: `<5` in "Figures from 1 to 4 are shown as <5". */
function shownSign(text: string): { readonly low: number; readonly high: number } | null {
  const at = SHOWN_AS.exec(text)?.index ?? text.search(/<\s?\d/u);
  // "fewer than five means one to four": what is explained stands before the verb.
  const explained =
    at < 0
      ? /^(.*?)\b(?:means?|stands?\s+for|denotes?|indicates?|represents?)\b/iu.exec(text)?.[1]
      : text.slice(at);
  const sign = allBounds(explained ?? '')[0]?.value;
  return sign !== undefined && sign.low === 0 ? sign : null;
}

export function markerRules(texts: readonly string[]): MarkerRules {
  const masks = new Map<string, SignRule>();
  const absent = new Set<string>();
  let dash: SignRule | null = null;
  let blank: SignRule | null = null;
  const zeroShown = texts.some((text) => ZERO_SHOWN.test(text));
  for (const text of texts.flatMap(clauses)) {
    if (NOT.test(text)) continue;
    const none = NONE.test(text);
    if (!MEANS.test(text) && !FOOTNOTE.test(text) && !(BLANK.test(text) && none)) continue;
    const range = rangeIn(text, zeroShown);
    if (range === null && ABSENT.test(text))
      for (const [sign, pattern] of OTHER_SIGNS)
        if (sign.startsWith('[') && pattern.test(text)) absent.add(sign);
    if (BLANK.test(text) && none && range === null) blank ??= { low: 0, high: 0 };
    else if (DASH.test(text) && (none || range !== null) && !/<\s*\d/.test(text))
      dash ??= range ?? { low: 0, high: 0 };
    if (range === null || /\d\s*(?:days|hours|minutes|months)\b/i.test(text)) continue;
    if (STAR.test(text)) masks.set('*', range);
    for (const [sign, pattern] of OTHER_SIGNS) if (pattern.test(text)) masks.set(sign, range);
    const shown = range.low >= 1 ? shownSign(text) : null;
    if (shown !== null && range.high <= shown.high) masks.set(boundSign(shown), range);
    if (SUPPRESS.test(text) && !masks.has('any')) masks.set('any', range);
  }
  return { masks, absent, dash, blank, zeroShown };
}

const SHOWN_AS =
  /\b(?:shown|displayed|printed|recorded|replaced|given|represented|marked|published|reported|expressed|stated|presented)\s+(?:as|by|with)\s+(?:an?\s+)?["'“‘]?(?:[<≤]|\*|\d|x\b|asterisk|star|dash|fewer|less)|\bwe\s+print\s+[<≤]|\bei\s+dd?angos\s+fel\b/iu;

/** Whether a line does nothing but explain signs; its numbers are limits, never answers. */
export function isRule(text: string): boolean {
  const { masks, absent, dash, blank, zeroShown } = markerRules([text]);
  if (SHOWN_AS.test(text) && boundsIn(text) !== null) return true;
  return masks.size > 0 || absent.size > 0 || dash !== null || blank !== null || zeroShown;
}

/** A line without the sentences that explain signs: "Figures below 5 are shown as *. There were 52 offences." */
export function withoutRules(text: string): string {
  if (!isRule(text)) return text;
  return sentencesOf(text)
    .filter((sentence) => !isRule(sentence))
    .join(' ');
}

const RANGE = new RegExp(
  `\\b(?:from\\s+|between\\s+)?(\\d+|${NUMBER_WORD})\\s*(?:to|and|-|–)\\s*(\\d+|${NUMBER_WORD})\\b`,
  'i',
);
const EITHER = new RegExp(`\\b(${NUMBER_WORD})\\s+or\\s+(${NUMBER_WORD})\\b`, 'i');

/** The bounds a rule's words state, the sign itself left out: "from 1 to 4", "fewer than five", "between 1 and 4 inclusive". */
function rangeIn(text: string, zeroShown: boolean): SignRule | null {
  const plain = text.replace(/["'“”‘’]/g, ' ');
  if (AGE_LISTED.test(plain)) return null;
  // "1, 2, 3 or 4", before "3 or 4" is taken for a range of its own
  const listed = /(?<![\d,.])(\d)(?:,\s*\d)*,?\s+(?:or|and)\s+(\d)(?!\d|\.\d)/u.exec(plain);
  const [from, to] = [Number(listed?.[1] ?? 0), Number(listed?.[2] ?? 0)];
  if (from >= 1 && from < to && (listed?.[0].match(/\d/gu)?.length ?? 0) === to - from + 1)
    return { low: from, high: to };
  const inWords = EITHER.exec(plain);
  const [one, other] = [numberOf(inWords?.[1] ?? ''), numberOf(inWords?.[2] ?? '')];
  if (one !== null && other === one + 1) return { low: one, high: other };
  const explicit = RANGE.exec(plain);
  if (explicit !== null) {
    const low = numberOf(explicit[1] ?? '');
    const high = numberOf(explicit[2] ?? '');
    if (low !== null && high !== null && low < high && high <= 20) return { low, high };
  }
  const bounds = boundsIn(plain.replace(/\bshown\s+as\s+<\s?\d+/iu, ' '));
  if (bounds === null || bounds.value.high === Number.POSITIVE_INFINITY || bounds.value.high > 20)
    return null;
  return {
    low: bounds.value.mayBeZero && zeroShown ? Math.max(1, bounds.value.low) : bounds.value.low,
    high: bounds.value.high,
  };
}

/** "12 to 15: *", "Under 12 = [c]" are ages and their hidden numbers; a legend that begins with the range says more. */
const AGE_LISTED =
  /^\s*(?:(?:aged?|under|u)\s*)?\d{1,2}\s*(?:-|–|—|to|and|or|\/|&)?\s*(?:\d{1,2}|under|over)?[\p{L}\s]*[:=(.–—-]+\s*(?:\*+|x|~|#|\.\.|\[\w\])\)?\.?\s*$/iu;

function clauses(text: string): readonly string[] {
  return text.split(/(?<=[^.\s][.;])\s+|\n/u).filter((clause) => clause.trim() !== '');
}
