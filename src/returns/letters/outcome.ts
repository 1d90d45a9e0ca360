/**
 * How a request ended, from what the reply says and from what could be read: refused, not held, flag not used, asked to
 * make clear, table lost, form sent back empty, in part or in full. Sections of the Act are exemptions only where the
 * sentence relies on them to withhold; sections that are procedure, and sections a sentence denies or imagines, are not.
 */
import type { Outcome } from '../reading.ts';
import { sentencesOf } from './sentences-of.ts';

export type Evidence = {
  readonly refused: boolean;
  readonly withheldPart: boolean;
  readonly notHeld: boolean;
  readonly flagNotUsed: boolean;
  readonly clarification: boolean;
  readonly exemptions: readonly string[];
};

/** Sections that withhold: cost (12), vexatious (14) and the exemptions of Part II (21 to 44). 1, 10, 16 and 17 are procedure. */
const WITHHOLDING = new Set([12, 14, ...Array.from({ length: 24 }, (_, at) => at + 21)]);
const SECTION =
  /\b(?:sections?|secs?\.?|ss?\.?|adran(?:nau)?|exemptions?|s)\s*(?<list>\d{1,2}A?(?:\s?\([0-9a-z]{1,3}\))*(?:\s*(?:,|and|&|or|\/|a|ac|\+)\s*(?:(?:(?:section|s\.?)\s*)?\d{1,2}A?)?(?:\s?\([0-9a-z]{1,3}\))+|\s*(?:,|and|&|or|\/|a|ac|\+)\s*(?:(?:section|s\.?)\s*)?\d{1,2}A?)*)/giu;
const RELIES =
  /\b(?:refus\w*|exempt\w*|withh?(?:eld|old|olding|holds)|engag\w*|appl(?:y|ies|ied|ying)|rel(?:y|ied|ies|ying)\s+(?:up)?on|by\s+virtue\s+of|pursuant\s+to|under|exceed\w*|redact\w*|suppress\w*|neither\s+confirm|not\s+(?:be\s+)?(?:provid|disclos|releas|suppl)\w*|g?wrthod\w*|h?eithri\w*|yn\s+g?ymwys|not\s+obliged\s+to\s+(?:comply|answer|provide|respond|deal)|star|shown\s+as)\b/iu;
const REALLY_RELIES =
  /\b(?:refus\w*|exempt\w*|withh?(?:eld|old|olding|holds)|engaged|(?:has|have|is|are)\s+(?:been\s+)?(?:applied|redacted|suppressed|engaged)|applies|rel(?:y|ied|ies|ying)\s+(?:up)?on|by\s+virtue\s+of|exceed\w*|redact\w*|suppress\w*|neither\s+confirm|not\s+(?:be\s+)?(?:provid|disclos|releas|suppl)\w*|g?wrthod\w*|h?eithri\w*|yn\s+g?ymwys|not\s+obliged\s+to\s+(?:comply|answer|provide|respond|deal))\b/iu;
const DENIED =
  /\b(?:not|no|never|n't|without)\s+(?:been\s+)?(?:rel(?:y|ied|ying)|appl(?:y|ied|ying)|us(?:e|ed|ing)|engag\w*|claim\w*|seek\w*|consider\w*)\b|\bno\s+exemptions?\b|\bwe\s+(?:considered|have\s+considered)\b/iu;
const IMAGINED =
  /\b(?:would|could|may|might|if|should|likely\s+to|in\s+future|any\s+(?:future|further|new)\s+request|were\s+you\s+to)\b/iu;

const REFUSED =
  /\b(?:request\s+(?:is|has\s+been|was|must\s+be|is\s+hereby)\s+(?:therefore\s+)?(?:refused|declined|rejected)|(?:is|are|must|will|hereby|therefore|have\s+to|has\s+to)\s+(?:be\s+)?refus(?:e|ed|ing)|we\s+(?:must\s+|therefore\s+|have\s+to\s+)*refuse|refus(?:ed|al|ing)\s+(?:under|notice|by\s+virtue|your|this)|exceeds?\s+the\s+(?:appropriate|cost|fees?|18)|over\s+the\s+(?:appropriate|cost)\s+limit|would\s+(?:cost|take)\s+more\s+than|would\s+exceed|neither\s+confirm(?:s)?\s+nor\s+den(?:y|ies)|is\s+(?:therefore\s+)?exempt|(?:information|data|figures|details|breakdown|requested)\s+(?:\w+\s+){0,5}(?:is|are|has\s+been|have\s+been)\s+(?:\w+\s+)?(?:withheld|exempt)|withh?old(?:ing)?\s+(?:the|this|that|all)|unable\s+to\s+(?:provide|supply|disclose|answer|comply)|cannot\s+(?:provide|supply|disclose|comply|be\s+(?:provided|disclosed|supplied))|g?wrthod(?:ir|wyd|i|edig)?\b|not\s+obliged\s+to\s+(?:comply|answer|provide|respond|deal)|h?eithri(?:o|edig|wyd))/iu;
const NOT_HELD =
  /\b(?:(?:information|data|figures?|details?|records?|this|that|it|which|platform|sex|age|part|breakdown|question\s*\d*|answer)\b[^.;]{0,80}?\b(?:is|are|was|were)\s+not\s+(?:held|recorded\s+(?:in|by|centrally|on)(?!\s+(?:\d|one\b|two\b|three\b|four\b|five\b|fewer|less|any\b|the\s+(?:other|remaining)))|kept|captured|collected|available\s+in)|(?<!\b(?:victims|offences|crimes)\s)(?:do|does|did)\s+not\s+(?:hold|record|keep|capture|collect|have)\b(?!\s+(?:use|the\s+flag))|no\s+(?:information|data|records?|recorded\s+information)\s+(?:is|are|was|were)?\s*held|not\s+held\b|holds?\s+none\b|holds?\s+no\s+(?:information|data|records?)|no\s+(?:relevant\s+)?information\s+held|nid?\s+(?:yw|oes|ydym|ydyw)[^.]*(?:dal|ddal|cadw|chadw|c?h?ofnodi)|(?:this|that|it|information|data)\s+(?:is|are)\s+not\s+recorded\s*$|(?:this|that|it|information|data)\s+(?:is|are)\s+not\s+recorded[.;,]|\b(?:is|are)\s+held\s+by\s+(?:another|a\s+different|hmcts|the\s+(?:cps|crown|courts?|ministry|home\s+office|college)))/iu;
const FLAG =
  /\b(?:cyber|online|internet)(?:[\s-]*(?:crime|enabled|related))*[\s-]*(?:flag|marker|tag|keyword|qualifier|indicator)s?\b|\bflag(?:s|ged|ging)?\b|\bf?fflag\w*|\bb?f?aner\s+(?:seiber|ar-lein)/iu;
const FLAG_NOT_USED =
  /\b(?:not\s+(?:in\s+use|been\s+(?:in\s+use|used|adopted|introduced|implemented)|us(?:e|ed|ing)|aware|known|implemented|adopted|available|applied|yet)|(?:do|does|did|has|have|is|was|were)(?:\s+not|n't)\s+(?:\w+\s+){0,3}(?:us(?:e|ed|ing)|adopt\w*|implement\w*|appl(?:y|ied)|introduc\w*|in\s+use|have|know)|ddim\s+yn\s+defnyddio|nid\s+yw[^.]*defnydd|nid\s+oedd[^.]*ymwybodol|unaware\s+of|no(?:t\s+have\s+(?:a|the|such\s+a))?\s+(?:such\s+)?(?:cyber|online)?[\s-]*flag|never\s+(?:been\s+)?used|not\s+heard|began\s+(?:using|to\s+use))/iu;
const CLARIFY =
  /\b(?:(?:need|wait|waiting)\s+to\s+hear\s+from\s+you|cannot\s+tell\s+(?:from\s+it\s+)?(?:which|what|whether)|do\s+you\s+(?:mean|want|require|wish)\b|without\s+(?:more|further)\s+(?:information|details?)\b|days?\s+(?:will\s+)?(?:start|begin|run)s?\s+again\b|working\s+days\s+(?:will\s+)?(?:begin|start|run|resume)s?\s+(?:when|once|from\s+when)|(?:when|once|until)\s+(?:we\s+(?:have\s+)?(?:receive|hear|had)|your\s+(?:answer|reply|clarification))|clarif(?:y|ication|ied|ying)|make\s+(?:it|your\s+request)\s+(?:any\s+)?clear(?:er)?|(?:need|require)\s+(?:further|more|some\s+more|additional)\s+(?:information|detail)s?\s+(?:from\s+you|before|in\s+order|to\s+(?:identify|locate|enable))|before\s+we\s+(?:can\s+)?(?:deal|proceed|progress|process|answer|begin|fill|complete|go\s+on|start)|(?:please|kindly)\s+(?:tell|let)\s+us\b|until\s+you\s+(?:tell|let|confirm|reply|answer)\b|if\s+we\s+do\s+not\s+hear\s+from\s+you|could\s+you\s+(?:please\s+)?(?:confirm|clarify|specify|explain|say)|please\s+(?:confirm|clarify|specify|explain|say)\s+(?:what|which|whether|if)|eglur)/iu;

/** A section with its own title is a heading of the reasons for refusing: "Section 31(1) - Law enforcement". */
const TITLED =
  /^\W*(?:sections?|s\.?|adran)\s*\d{1,2}A?(?:\s?\(\w{1,3}\))*\s*[-–:.(]?\s*(?:personal\s+(?:data|information)|law\s+enforcement|investigations?\b|national\s+security|security\s+bodies|health\s+and\s+safety|court\s+records|cost\s+of\s+compliance|exemption\s+where|information\s+(?:reasonably\s+)?(?:accessible|intended|supplied)|vexatious|repeated\s+request|commercial\s+interests|legal\s+professional)/iu;
/** "If it were held, it would be exempt under section 30": nothing is withheld. */
const WOULD =
  /\bwould\s+(?:also\s+|then\s+|likely\s+|be\s+likely\s+to\s+)?(?:be\s+(?:exempt|refused|withheld)|engage|apply)\b/iu;
const DOES =
  /\b(?:is|are|was|were|has\s+been|have\s+been)\s+(?:\w+\s+)?(?:withheld|refused|exempt|engaged)\b/iu;

/** Whether a line that asks is the force asking back, and not the request quoted. */
export function asksBack(text: string): boolean {
  return /\bwhat\s+you\s+(?:mean|meant|require|want|are\s+asking)|\bdo\s+you\s+(?:mean|want|require)\b|\bclarify\b|\bspecify\s+(?:the|which|what|a)\b|\buntil\s+we\s+(?:hear|receive)|\byou\s+(?:would\s+like|want|wish|need)\s+us\s+to\b|\buntil\s+you\s+(?:tell|let|confirm|reply|answer)\b|\begluro\b/iu.test(
    text,
  );
}

/** About another request or another day: no part of this decision. */
const ELSEWHERE =
  /\b(?:earlier|previous|prior|last|another|different)\s+(?:foi\s+)?(?:request|decision|reply|response)\b[^.]*\b(?:refused|withheld|exempt\w*|section|s\.)|\bnot\s+(?:a\s+)?part\s+of\s+this\s+(?:reply|response|decision)\b/iu;

/** `lines` are those of the reply itself: no furniture, no quoted request. */
export function evidence(lines: readonly string[]): Evidence {
  const sentences = lines.flatMap((line) => sentencesOf(line));
  const exemptions = new Set<string>();
  let refused = false;
  let withheldPart = false;
  let notHeld = false;
  let flagNotUsed = false;
  let clarification = false;
  let listed = false;
  sentences.forEach((sentence, at) => {
    const before = sentences[at - 1] ?? '';
    if (ELSEWHERE.test(sentence)) return;
    if (
      RELIES.test(sentence) &&
      /(?:following|below|exemptions?)\s*:?\s*$|exempt[^:]*:\s*$/iu.test(sentence.trim())
    )
      listed = true;
    else if (listed && !/^\s*[-•*]?\s*(?:section|s\.?\s?\d|adran)/iu.test(sentence)) listed = false;
    for (const section of sectionsIn(sentence)) {
      if (listed) {
        exemptions.add(section);
        withheldPart = true;
        continue;
      }
      if (DENIED.test(sentence) || (WOULD.test(sentence) && !DOES.test(sentence))) continue;
      const relies =
        REALLY_RELIES.test(sentence) ||
        TITLED.test(sentence) ||
        // "Section 12(1) sets a limit of 18 hours. The request is therefore refused."
        (section.startsWith('12') && /\blimit\b/iu.test(sentence) && REFUSED.test(sentences[at + 1] ?? '')) ||
        (RELIES.test(sentence) && !IMAGINED.test(sentence)) ||
        (REALLY_RELIES.test(before) && /^\s*(?:this|the|section|s\.?\s?\d)/iu.test(sentence));
      if (!relies) continue;
      if (
        IMAGINED.test(sentence) &&
        !/\b(?:refus\w*|exempt\w*|withheld|engaged|applies|exceed)\b/iu.test(sentence)
      )
        continue;
      if (
        /\b(?:any\s+(?:future|further|new|narrower)\s+request|in\s+future|were\s+you\s+to|should\s+you|if\s+you|advice|section\s+16)\b/iu.test(
          sentence,
        ) &&
        !/\brefused\s+under\b/iu.test(sentence)
      )
        continue;
      exemptions.add(section);
      withheldPart = true;
    }
    if (
      !/\bfurther\s+(?:details?|information|breakdown)\b/iu.test(sentence) &&
      REFUSED.test(sentence) &&
      !DENIED.test(sentence) &&
      !/\b(?:if|should)\s+(?:we|you)\b/iu.test(sentence)
    )
      refused = true;
    if (FLAG.test(sentence) && FLAG_NOT_USED.test(sentence)) flagNotUsed = true;
    else if (
      NOT_HELD.test(sentence) &&
      !/\b(?:if|whether|where|unless)\s+(?:the\s+information\s+is\s+)?(?:not\s+)?held\b/iu.test(sentence)
    )
      notHeld = true;
    if (CLARIFY.test(sentence) && !/\bif\s+you\s+(?:need|require|would\s+like|want)\b/iu.test(sentence))
      clarification = true;
  });
  return {
    refused,
    withheldPart,
    notHeld,
    flagNotUsed,
    clarification,
    exemptions: [...exemptions].filter((one) => !isNamedCloser(one, exemptions)).sort(bySection),
  };
}

/** "Section 12" of a letter that relies on section 12(2) is that section, said in short. */
function isNamedCloser(section: string, all: ReadonlySet<string>): boolean {
  return [...all].some((other) => other.startsWith(`${section}(`));
}

const ONE_SECTION =
  /(?<number>\d{1,2}A?)(?<parts>(?:\s?\([0-9a-z]{1,3}\))*)|(?<parts>(?:\([0-9a-z]{1,3}\))+)/giu;

function sectionsIn(sentence: string): readonly string[] {
  const found: string[] = [];
  for (const match of sentence.matchAll(SECTION)) {
    let last = '';
    for (const one of (match.groups?.list ?? '').matchAll(ONE_SECTION)) {
      const { number, parts = '' } = one.groups ?? {};
      // A limb of a section ("31(1)(a)") is named by its section and subsection.
      const plain = /^\([0-9]{1,2}[a-z]?\)/iu.exec(parts.replace(/\s/g, ''))?.[0] ?? '';
      if (number === undefined && plain === '') continue;
      // "31(1)(a) and (b)": the second is a part of the same section.
      const section =
        number === undefined ? last.replace(/\([^()]*\)$/u, plain) : `${number.toUpperCase()}${plain}`;
      last = section;
      if (WITHHOLDING.has(Number.parseInt(section, 10))) found.push(section);
    }
  }
  return found;
}

function bySection(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);
}

export type Seen = {
  readonly observations: number;
  /** Some of what was asked was answered for another period. */
  readonly otherPeriod: boolean;
  /** A breakdown hidden whole: every number of a block is a mask. */
  readonly hiddenWhole: boolean;
  /** Headings stand over empty cells. */
  readonly emptyTable: boolean;
  /** The requester's own form, with its instructions. */
  readonly isForm: boolean;
  readonly unreadable: boolean;
};

export function outcomeOf(said: Evidence, seen: Seen): Outcome {
  if (seen.observations > 0) {
    return said.refused || said.notHeld || said.withheldPart || seen.otherPeriod || seen.hiddenWhole
      ? 'partial'
      : 'full';
  }
  if (said.flagNotUsed) return 'flag-not-used';
  if (seen.emptyTable) return seen.isForm ? 'empty' : 'lost';
  if (said.refused || (said.withheldPart && !said.clarification)) return 'refused';
  if (said.clarification) return 'clarification';
  if (said.notHeld) return 'not-held';
  return seen.isForm ? 'empty' : 'lost';
}
