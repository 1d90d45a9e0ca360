/**
 * The words of a sentence that no reading covers: what is said of its numbers beside what was understood. "14 crimes were
 * recorded later" says more than that 14 were recorded. Promises to find the words, and not that they matter.
 */
import { bare } from '../words/label.ts';
import { type Tag, untagged } from '../words/tags.ts';

/** What replies say around a count that changes nothing of what it counts. */
const PLAIN = new Set(
  `whom numbered numbering numbers among amongst there such shown show shows showed following follows below above information data return returns named compared comparison
  previous preceding prior earlier last first second latter former respectively remaining remainder rest left out none can confirm
  confirms confirmed advise advised state stated report reports we our us i you your this these those they them their it its been being
  has have had will also both together altogether overall entire whole same while whilst whereas but response answer answers reply
  replies request requested asked question questions relation relating relates regard regards regarding respect concerning about hold
  holds held record records recording received reported flagged counted identified logged crimed system systems indicates
  months month quarter quarters until including included includes inclusive constabulary service area within force forces totals
  totalled totalling figure communication communicating communications indecent image images photograph photographs pseudo-photographs
  arranging facilitating possessing possession sharing causing inciting activity meeting grooming engage engaging taking making
  distributing prohibited exposure threatening share intimate penetration offender rape assault act presence watch look abuse
  exploitation made most commonly frequently often named known specified identified stated then next followed largest single
  accounts accounted accounting contained contain contains involved involving involve involves where whose who aged age how old many
  old young boys girls boy girl child children minor minors males females male female relevant corresponding applicable offending
  title titles code codes class classes said says set sets out table tables summary breakdown broken down by per fell rose risen
  comprised comprise comprises comprising consisted consist consists common popular increase increased increases decrease decreased
  fall up down more fewer less than combined no case cases seen made by higher lower against beside while meaning only just exactly attempt attempts attempted featured feature features further around half contact took takes place include
  before since cancelled third fourth text message
  cofnodwyd cofnododd heddlu rhwng rhywiol erbyn plant plentyn ar-lein yr yn oedd roedd o'r dioddefwr dioddefwyr drosedd droseddau
  nifer cyfathrebu ohonynt oeddent fechgyn ferched faner gan am ac hynny nhw chyfer troseddau hyn hefyd`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** "Norfolk Constabulary", "Heddlu Gwent": who counted. */
const FORCE =
  /\b(?:\p{Lu}[\p{L}&'’-]*\s+(?:(?:and|of|&)\s+)?){1,4}(?:Police(?:\s+Service)?|Constabulary)\b|\bHeddlu(?:\s+\p{Lu}[\p{L}-]*){1,2}/gu;

const IN_ORDER = /\bin\s+(?:the\s+same|that)\s+order\b/giu;

export function wordsNotUnderstood(sentence: string, found: readonly Tag[]): readonly string[] {
  return bare(untagged(sentence, found).replace(FORCE, ' ').replace(IN_ORDER, ' '))
    .toLowerCase()
    .split(/[\s-]+/u)
    .filter((word) => word.length > 1 && /\p{L}{2}/u.test(word) && !PLAIN.has(word));
}
