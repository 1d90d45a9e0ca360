/**
 * Why a number in a sentence is no answer: it counts work, it could be but was not, it is a part nobody asked for, or
 * what becomes of the people counted. A number that may be an answer all the same is unclear, and is reported.
 */
import { bare } from '../words/label.ts';
import type { Said, ValueTag } from './said-around.ts';

/** A rough number is no count: "approximately 90". */
const ROUGHLY =
  /\b(?:approximately|approx\.?|around|about|roughly|circa|nearly|almost|some|just\s+(?:over|under)|in\s+the\s+region\s+of|estimated(?:\s+at)?)\s*$/iu;
/**
 * The sentence speaks of what could be, not of what was counted. "I can confirm" is no condition, and "1 May 2024" none
 * either.
 */
const CONDITIONAL =
  /\b(?:can(?!\s+(?:\w+\s+)?(?:confirm|advise|report|state|inform|tell|say|disclose|provide|be\s+broken))|could|(?<!\d(?:st|nd|rd|th)?\s+(?:of\s+)?)may(?!\s+\d|\s+to\b)|might|would|should|if|whether|unless|suggest|e\.g\.|for example|for instance|such as|example|type(?=\s+(?:in|a|the|whole|\d))|enter|please)\b/iu;
/** The sentence counts work, money or files, not offences. */
const WORK =
  /\b(?:search(?:es|ed|ing)?|retriev\w*|of\s+a\s+sexual\s+nature|keywords?|sampl(?:e|es|ed|ing)|manual(?:ly)?|review(?:ed|ing)?|cost|costs|limit|threshold|exceed\w*|fees?|hours?|minutes?|working days|open(?:ed|ing)? (?:and read|each)|dip[- ]?sample|audit(?:s|ed)?|per record|estimat\w*|internal review|complain\w*|commissioner|telephone|tel|fax|postcode|copyright|visitors?|visits|cookies|likes|population|census|residents|inhabitants|mid[- ]20\d\d|officers?|staff|budget)\b/iu;
/** A part of an answer that nobody asked for, or a remark on it. */
const REMARK =
  /^\s*(?:[*†‡^]|\(?\d\)?\s)?\s*(?:(?:the\s+)?(?:numbers?|figures?)\s+in\s+brackets|includ(?:es|ing|ed)|note|nb|n\.b|this includes|these include|one age|one of|excluding|excludes)\b/iu;
/** "One offence from 2019 was added later; it is not counted above." */
const NOT_COUNTED =
  /\b(?:it|they|these|this|those|which|that|and|but)\s+(?:is|are|was|were|has\s+been|have\s+been)\s+not\s+(?:counted|included)\b/iu;
/** "3 offences had 2 victims" tells how the two go together; "the 174 offences had 177 victims" counts both. */
const RELATION =
  /^(?!.*\b(?:the|these|those|our|all)\s+[\d,]+\s+(?:recorded\s+)?(?:offences|crimes))(?:.*\b)?(?:[\d,]+|one|two|three|four|five|six|seven|eight|nine|ten|some)\s+(?:of\s+(?:the|these)\s+)?(?:offences?|crimes?)\s+(?:each\s+)?(?:had|have|has|involved|involves?|concern(?:ed|s)?)\s+(?:more\s+than\s+)?(?:\d+|one|two|three|four|five|several)\s+victims?\b/iu;
const OF_SOMETHING =
  /^\s*of\s+(?!(?:the|these|those|them|which|whom|all|our|your|this|whose|offences?|crimes?|victims?|such|recorded)\b|\d)\p{L}/iu;
const OF_A_KIND =
  /^\s*(?:\w+\s+){0,3}?(?:offences|crimes)\s+(?:of|for|under)\s+(?!(?:the|these|those|this|that|all|any|a\s+sexual|such|which|your|our|online|child|children|sexual\s+offences?|us|whom|recorded|\d)\b)(?:taking|making|possess\w*|sharing|causing|inciting|arranging|facilitating|meeting|engaging|sexual\s+(?!(?:offen|abuse|natur|crim))\w+|rape|grooming|indecent|exposure|voyeurism|assault|abuse|controlling|paying|trafficking)\b/iu;
const BARE_RANGE = /^\d{1,2}\s*(?:-|–|to)\s*\d{1,2}$/iu;
/** "Crimes with more than one victim", "where an offence has at least two". */
const HAVING =
  /\b(?:offences?|crimes?|incidents?|records?|reports?|investigations?)\s+(?:(?:that|which)\s+)?(?:with|having|ha[sd]|have|involv(?:es?|ed|ing)|involve|affect(?:s|ed|ing)?|against|of)\s+$/iu;
const ALL_OF = /\b(?:all|both)\s+(?:(?:of\s+)?(?:the|these|those)\s+)?$/iu;
/** "One victim is counted 2 times." */
const COUNTED_TWICE = /\bcounted\s+(?:twice|more\s+than\s+once|(?:\d+|two|three|several)\s+times)\b/iu;
/** A difference between two counts, before or behind the number: "a rise of 5", "fell by 12", "five more than". */
const DIFFERENCE_LEAD =
  /\b(?:(?:increas|decreas|reduc)(?:e|es|ed|ing|tion)|rise|rises|rose|risen|fall|falls|fell|fallen|drop|drops|dropped|grew|grown|growth|change|changed|difference|differ|differs|went\s+(?:up|down))\s+(?:of|by)\s+(?:only\s+|just\s+)?$|\b(?:is|was|are|were)\s+(?:up|down)\s+(?:by\s+)?$|\b(?:up|down)\s+by\s+$/iu;
const DIFFERENCE_BEHIND =
  /^\s*(?:more\s+(?:were|was|have|has|had)|(?:more|fewer|less)\s+(?:\w+\s+){0,2}than|(?:\w+\s+)?(?:more|fewer|less|higher|lower)\s+than|(?:up|down)\s+on|higher|lower)\b/iu;
/** Said of the country, of other bodies or of an earlier answer: not this force's answer now. */
const ELSEWHERE =
  /\b(?:national(?:ly)?|england\s+and\s+wales|across\s+(?:the\s+)?(?:country|uk|england|wales)|in\s+(?:england|the\s+uk|great\s+britain)|(?:nspcc|ons)\s+(?:\w+\s+){0,2}(?:reported|published|recorded|says?|found|counted)|according\s+to|by\s+(?:another|other)\s+forces?|your\s+(?:letter|e-?mail|request|article)\s+(?:says?|states?|quotes?|mentions?)|(?:last\s+year['’]s|earlier|previous)\s+(?:answer|reply|response|request|figures?|letter)|(?:our|a|the)\s+(?:reply|response|answer|release)\s+(?:\S+\s+){0,6}(?:gave|stated|showed)|(?:has|have)\s+not\s+been\s+refreshed|revised|restated|corrected|amended)\b/iu;
/** Said of each of several years, of a month on average, or of two things at once. */
const SHARED =
  /\b(?:both|either|each|every)\s+(?:of\s+(?:the|these|those)\s+)?(?:\w+\s+){0,2}(?:years?|periods?|months?|quarters?|weeks?)\b|\b(?:per|a)\s+(?:year|month|week|day|quarter)\b|\bannually\b|\bas\s+(?:did|was|were|had|has)\b|\beach\s+(?:had|have|has|with|saw|account\w*|recorded)\b/iu;
/** An age told of one victim or of all together; its number counts nobody. */
const AGE_TOLD =
  /\b(?:average|mean|median|modal|mode|typical|youngest|oldest|eldest|most\s+(?:common|frequent)\s+age)\b/iu;
/** Something counted on top of what was said before. */
const FURTHER = /\b(?:further|additional|another|extra|more)\s+$/iu;
const POINTS_BELOW = /\b(?:below|above|following|as follows|attached|overleaf|table|annex|appendix)\b/iu;

/** What becomes of offences and people, which nobody asked: such a number is not the count of offences. */
const QUALIFIED =
  /\b(?:charg(?:e|ed|es|ing)|arrest\w*|detect\w*|outcomes?|suspects?|offenders?|perpetrators?|resulted|investigation|convict\w*|prosecut\w*|caution\w*|repeat|transferr\w*|passed|cancel\w*|no[- ]crim\w*|known\s+to|previously|in\s+error|replac\w+\s+(?:version|our|the)|supersed\w*|linked|domestic|attempt\w*|solved|undetected|filed|finalised|withdrawn|complaints?|allegations?|adults?|over\s+18s?|historic|non-recent|missing|care|school|intimate|contact\s+offences|image|images|of\s+(?:every|any|all)\s+(?:kind|type|age)s?|any\s+age|sexual\s+offences\s+of\s+(?:every|all)|all\s+sexual\s+offences|for\s+(?:your\s+)?(?:information|context)\s+only|outside\s+(?:of\s+)?your\s+request|boys\s+and\s+girls)\b/iu;

/** Part of an offence title, where the word image qualifies nothing. */
const IMAGES_TITLE =
  /\b(?:indecent|prohibited)\s+(?:photographs?|images?)(?:\s+of\s+(?:an?\s+)?child(?:ren)?)?/giu;

/**
 * Said of the figures, and no figure asked for: what was cancelled or moved after them, what an earlier answer gave. It may be all
 * there is; beside a stated total it is a remark.
 */
const BESIDE =
  /\b(?:(?:was|were|been)\s+(?:since\s+)?(?:cancelled|removed|no-crimed|moved|transferred)|moved\s+here|cancelled\s+(?:after|in|since)|outside\s+(?:of\s+)?your\s+request|in\s+error)\b/iu;
const BESIDE_ANSWER =
  /\b(?:an?\s+|our\s+|the\s+)?earlier\s+(?:reply|answer|response)\b.*\bgave\b|\bour\s+(?:reply|response|answer)\s+(?:\S+\s+){0,6}gave\b|\b(?:it|this)\s+replaces\s+version\b/iu;
/** "In 7 crimes no victim was recorded" counts some of the crimes, and no victims of all. */
const WITHOUT_VICTIM =
  /\bin\s+(?:[\d,]+|\p{L}+)\s+(?:of\s+(?:the|these)\s+)?(?:offences?|crimes?|cases?|records?)\s*,?\s+(?:there\s+(?:was|were|is|are)\s+)?no\s+victims?\b/iu;
/** "One offence may have more than 1 victim" counts none. */
const MAY_HAVE = /\bmay\s+(?:have|involve|concern)\s+(?:more\s+than\s+)?$/iu;
/** "where one was recorded" counts nothing either. */
const PRONOUN = /\b(?:where|if|when|unless|whether)\s+$/iu;

/** "1 April 2015 to 31": the day on which a time ends, torn from its month. */
const UNTIL =
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\s+(?:19|20)\d{2}\s*(?:to|until|till|-|–)\s*$/iu;
/** "Victims by age, 2016/17: U11 129, 11 300": what stands behind such a caption may be answers. */
const CAPTIONED = /^[^:]*\b(?:offences|crimes|victims)\b[^:]*\bby\b[^:]*:/iu;

export function notAnAnswer(
  text: string,
  value: ValueTag,
  own: Said,
  answer: Said,
  leads: boolean,
  isByOffence = false,
): string | null {
  const dims = own.age !== null || own.sex !== null || own.platform !== null || own.offence !== null;
  if (REMARK.test(text) || NOT_COUNTED.test(text) || COUNTED_TWICE.test(text)) return 'remark';
  if (RELATION.test(text) || WITHOUT_VICTIM.test(text)) return 'beside';
  if (
    /^\s*in\s+$/iu.test(text.slice(0, value.start)) &&
    own.ownUnit &&
    !dims &&
    !own.unknown &&
    !/\bno\b|\bnot\b/iu.test(text)
  )
    return 'unclear';
  // "57 offences of something" where offences are asked one by one: of what, nobody knows, and not of all.
  if (isByOffence && own.offence === null && OF_A_KIND.test(text.slice(value.end))) return 'unclear';
  // "7 of arranging or facilitating": of something, and if that was not understood, nobody knows of what.
  if (!dims && OF_SOMETHING.test(text.slice(value.end))) return 'unclear';
  if (
    WORK.test(text) &&
    !(
      own.ownUnit &&
      /\b(?:recorded|victims?)\b/iu.test(text) &&
      !/\b(?:search|sample|keyword|minutes|hours|review|estimat)/iu.test(text)
    )
  )
    return 'work';
  const lead = text.slice(0, value.start);
  const rest = text.slice(value.end);
  if (UNTIL.test(lead)) return 'unclear';
  // "Every victim is in one of the four age groups": one of the groups, and no victim.
  if (
    /^\s+of\s+(?:the|these|those|our)\s+(?:[\w-]+\s+){0,3}(?:groups?|bands?|ranges?|categories|classes|lists?|tables?|rows|columns|lines)\b/iu.test(
      text.slice(value.end),
    )
  )
    return 'remark';
  // "All three offences together": how many kinds there are, or a whole said again.
  if (ALL_OF.test(lead))
    return value.value.kind === 'exact' && value.value.form === 'word' ? 'remark' : 'unclear';
  if (DIFFERENCE_LEAD.test(lead) || DIFFERENCE_BEHIND.test(rest)) return 'remark';
  if (AGE_TOLD.test(clauseOf(text, value))) return 'remark';
  const word = value.value.kind === 'exact' && value.value.form === 'word';
  if (ROUGHLY.test(lead)) return 'unclear';
  if (word && PRONOUN.test(lead) && /^\s*(?:was|is|has|had)\b/iu.test(rest)) return 'word';
  if (MAY_HAVE.test(lead)) return 'conditional';
  if (CONDITIONAL.test(text)) {
    // "An offence may have more than one victim": words that count nothing here.
    if (word || (value.value.kind === 'bounded' && !/\d/u.test(value.text))) return 'conditional';
    return own.ownUnit || dims ? 'unclear' : 'conditional';
  }
  // "due to crimes with more than one victim": a kind of crime, not a number of victims.
  if (value.value.kind === 'bounded' && !/\d/u.test(value.text) && HAVING.test(lead)) return 'conditional';
  // "cannot say how many of its 4,906 offences": the whole of which the answer is an unknown part.
  if (/\bhow\s+many\s+of\b/iu.test(lead)) return 'unclear';
  // "0-10" alone may be a withheld number and is more often a band of ages, whose count stands elsewhere.
  if (value.value.kind === 'bounded' && BARE_RANGE.test(value.text) && value.value.high > 9) return 'unclear';
  if (BESIDE.test(clauseOf(text, value)) && own.ownUnit && !dims) return 'beside';
  if (own.clash) return 'unclear';
  // "no offences involved …": of something, and if that was not understood, of nobody knows what.
  if (/^[^,;.]*\binvolv/iu.test(rest) && own.platform === null && own.offence === null) return 'unclear';
  if (BESIDE_ANSWER.test(text)) return 'beside';
  if (ELSEWHERE.test(text)) return own.ownUnit || dims ? 'unclear' : 'remark';
  // "rose from 47 to 52" says two counts and no interval.
  if (/^from\b/iu.test(value.text) && !/\brang(?:e|es|ed|ing)\s+$/iu.test(lead)) return 'unclear';
  if (SHARED.test(text) && (own.ownUnit || dims)) return 'unclear';
  if (!dims && own.ownUnit && (FURTHER.test(lead) || own.other)) return 'unclear';
  const clause = clauseOf(text, value);
  if (QUALIFIED.test(own.offence === null ? clause : clause.replace(IMAGES_TITLE, ' ')))
    return own.ownUnit || dims ? 'unclear' : 'remark';
  if (
    value.value.kind === 'exact' &&
    value.value.form === 'nil' &&
    !NIL_SAID.test(text) &&
    !/[:=–—-]\s*$/u.test(lead)
  )
    return 'unclear';
  if (own.subset && !dims && own.measure === null)
    return POINTS_BELOW.test(text) ? 'points below' : own.ownUnit ? 'remark' : 'remark';
  if (own.ownUnit || dims) return answer.unit === null && !dims ? 'unclear' : null;
  if (own.period !== null && (answer.unit !== null || leads)) return null;
  if (isBare(text, value) && leads) return null;
  // "How many …?" "There were 150."
  if (leads && /^\s*there\s+(?:were|was|are|is)\s+$/iu.test(lead) && /^\s*\.?\s*$/u.test(rest)) return null;
  // A number alone on its line, below what it counts: a table pasted cell by cell.
  if (isBare(text, value) && answer.unit !== null && !word) return 'unclear';
  if (answer.unit !== null && /^\s*(?:in\s+all|in\s+total|altogether|overall)\b/iu.test(rest)) return null;
  if (word) return 'word';
  if (own.period !== null && /\b(?:figures?|number|total|count|answer)\b/iu.test(text)) return 'unclear';
  // "U: 3": a label that nobody understands and its number.
  if (/^[^:=]{1,40}[:=]\s*$/u.test(lead) && /^\s*\.?$/u.test(rest)) return 'unclear';
  // "The total was 119": of what was told before, and it may differ from that.
  if (answer.unit !== null && /\btotal\s+(?:was|is)\s+$/iu.test(lead)) return 'unclear';
  if (CAPTIONED.test(lead)) return 'unclear';
  return answer.unit !== null && /\b(?:recorded|total|were|was|with|and)\b/iu.test(text) && leads
    ? 'unclear'
    : 'no unit';
}

/** "No offences were recorded", "there were no victims": a zero that was counted, not a search that found nothing. */
const NIL_SAID =
  /\b(?:there\s+(?:were|was|are|is|have\s+been|had\s+been)|(?:were|was|have\s+been|had\s+been)\s+(?:recorded|reported|flagged|committed)|recorded\s+no|had\s+no|with\s+no|none|no\s+(?:victims?|offences?|crimes?)\s+(?:was|were|involved|had)|unrhyw|dim)\b/iu;

/** The clause around a number, from comma or stop to the next. */
function clauseOf(text: string, value: ValueTag): string {
  const from = Math.max(text.lastIndexOf(', ', value.start), text.lastIndexOf('; ', value.start), 0);
  const ends = [text.indexOf(', ', value.end), text.indexOf('; ', value.end)].filter((at) => at >= 0);
  return text.slice(from, ends.length === 0 ? text.length : Math.min(...ends));
}

/** The line is the number and nothing else but filler, a question number or a period. */
function isBare(text: string, value: ValueTag): boolean {
  return bare(`${text.slice(0, value.start)} ${text.slice(value.end)}`) === '';
}
