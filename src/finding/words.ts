/**
 * The sentences of every finding: where, what was found, what to send or do instead, what was done meanwhile. Plain
 * English for the analyst who reads the return and may pass it on to the force; no blame, no code names.
 *
 * Refused here: any number that the force did not itself state in the open. A value behind a mask such as "<5" may stand
 * among the facts of a finding by mistake, and is never printed.
 */
import type { FindingCode } from './catalogue.ts';
import type { Facts, Finding } from './finding.ts';
import { placeInWords } from './place.ts';
import { rowWordings } from './row-words.ts';
import { aside, telling, told, toldRange } from './told.ts';

type Wording = (facts: Facts) => string;

const PLAIN_COPY = 'Ask the force for a copy as a plain workbook, a CSV file or text.';
const WAITS = 'the figures wait for a decision.';

const wordings: Readonly<Record<FindingCode, Wording>> = {
  ...rowWordings,

  'blank-ambiguous': (facts) =>
    `the cell${telling(facts, ['label'], (label) => ` for "${label}"`, '')} is blank, and nothing says whether that ` +
    'means none, withheld or not known. Ask the force to write 0 where there were none. ' +
    'No number was read from it, and it was not taken for zero.',

  'cut-short': (facts) =>
    `the file seems to stop before its end${aside(facts, 'why')}. Ask the force to send it again, and compare. ` +
    'What is there was read, and its last number may have lost figures.',

  'decoy-number': (facts) =>
    `${telling(facts, ['value', 'stated'], (value) => `the number ${value}`, 'a number here')} is not an answer to what ` +
    `was asked${aside({ why: notAnAnswer[told(facts, 'why') ?? ''] ?? told(facts, 'why', 'label') ?? '' }, 'why')}. ` +
    'Nothing needs to be sent. It was left out of every count.',

  'duplicate-row': (facts) =>
    `${telling(facts, ['label'], (label) => `"${label}"`, 'the same row or block')} stands here a second time` +
    `${aside(facts, 'why')}. Ask the force whether it is a repeat, or another group whose name is missing. ` +
    `It was counted once, and ${WAITS}`,

  'flag-not-used': (facts) =>
    `the force says that it does not use the online crime flag, or did not know of it${aside(facts, 'why')}. ` +
    'Ask whether it can count these offences in another way. ' +
    'It is listed as not using the flag, which is neither a zero nor a refusal.',

  'force-mismatch': (facts) =>
    `the file names ${told(facts, 'force', 'named', 'found', 'stated') ?? 'another force'}, and the request went to ` +
    `${told(facts, 'asked', 'expected') ?? 'a different one'}. Check whose answer this is, and file it under that force. ` +
    `It was read, and ${WAITS}`,

  'hidden-content': (facts) =>
    `the file carries content that is not shown${hiddenPart(facts)}. Tell the force, and ask for a copy without it. ` +
    'What is hidden was not read as an answer, and must not be passed on.',

  'hidden-value': (facts) =>
    `the force withheld the number${telling(facts, ['label'], (label) => ` for "${label}"`, ' here')}` +
    `${telling(facts, ['shown', 'mark', 'stated'], (mark) => `, shown as "${mark}"`, '')}. Nothing needs to be sent. ` +
    'It was read as a range, never as zero.',

  'not-a-return': (facts) =>
    `no answer was found in this file${aside(facts, 'why', 'reason', 'detail')}. Ask the force for its figures as a ` +
    'table or as text. Nothing was counted from it, and the force is not taken to have had none.',

  outlier: (facts) =>
    `the number${telling(facts, ['label'], (label) => ` for "${label}"`, '')} is far from what was expected` +
    `${aside(facts, 'why')}. Ask the force to confirm it. It was kept as stated, with this doubt beside it.`,

  'parts-differ': (facts) =>
    `${mismatch(facts)}${telling(facts, ['over'], (over) => `, by ${over}`, '')}, which is possible where one offence stands in ` +
    'several groups or some in none. Ask the force whether that is so. All were kept as stated, with this doubt beside them.',

  'period-mismatch': (facts) =>
    `the answer is for ${told(facts, 'period', 'found', 'stated') ?? 'another period'}, and ` +
    `${told(facts, 'asked', 'expected') ?? 'a different one'} was asked for. Ask the force for the period of the ` +
    'request. The numbers were kept under the period they were stated for, and enter no total of another.',

  'share-differs': (facts) =>
    `the number${telling(facts, ['stated'], (value) => ` ${value}`, '')}${telling(facts, ['label'], (label) => ` for "${label}"`, '')} does not make the share` +
    `${telling(facts, ['share'], (share) => ` of ${share}`, '')} that stands beside it. Ask the force which is right. The number was ` +
    'kept as stated, with this doubt beside it.',

  'stale-hidden-sheet': (facts) =>
    `${telling(facts, ['sheet', 'label'], (sheet) => `the hidden sheet "${sheet}"`, 'a hidden sheet')} holds numbers` +
    `${aside(facts, 'why')}. Nothing needs to be sent, unless the answer was meant to stand there. The sheet was not read.`,

  'stored-value-hidden': (facts) =>
    `${telling(facts, ['shown'], (shown) => `the cell shows "${shown}" and stores`, `cells that show a mark${aside(facts, 'label')} store`)} ` +
    'the exact number behind it, where anyone who opens the file can see it. Tell the force at once, and ask for a copy ' +
    'without the stored number. Only what is shown was read; the file must not be passed on.',

  'total-mismatch': (facts) =>
    `${mismatch(facts)}. Ask which is right. All were kept as stated, and ${WAITS}`,

  'unit-ambiguous': (facts) =>
    `the numbers${telling(facts, ['label'], (label) => ` under "${label}"`, '')} may count offences or victims, and the ` +
    `file does not say which${aside(facts, 'why')}. Ask the force what was counted. ` +
    `They were read as ${told(facts, 'unit', 'measure') ?? 'what the question asked for'}, with this doubt beside them.`,

  'unknown-category': (facts) =>
    told(facts, 'why') === 'another offence'
      ? `${telling(facts, ['label'], (label) => `"${label}"`, 'the offence here')} is not known as an offence that was asked ` +
        'for. If it is one, add its title to the register. Its number was left out of every count.'
      : `${telling(facts, ['label', 'value', 'stated'], (label) => `"${label}"`, 'a term here')} is not in the register` +
        `${telling(facts, ['nearest'], (nearest) => `; the nearest there is ${nearest}`, '')}${aside(facts, 'why')}. ` +
        'If it is a spelling of a known term, add it to the register; else ask the force what it means, or record a decision. It was not fitted to a term by guessing.',

  'unknown-words': (facts) =>
    told(facts, 'beside') !== null
      ? `beside the number${telling(facts, ['value'], (value) => ` ${value}`, '')} stands something in brackets that may be a footnote mark or a ` +
        'second count, and no total confirms the number. Ask the force what it means. The number before the brackets was kept, ' +
        'with this doubt beside it.'
      : `the number${telling(facts, ['value'], (value) => ` ${value}`, '')} stands in a sentence that says more than was understood, and nothing else ` +
        'in the return confirms it. Look whether the sentence gives it as an answer; if it does not, record a decision. It was kept ' +
        'as stated, with this doubt beside it.',
  'unread-number': (facts) =>
    `what ${telling(facts, ['value', 'stated'], (value) => `the number ${value}`, 'a number here')} counts was not clear` +
    `${aside(facts, 'why', 'label')}. If it is an answer, ask the force to say what it counts, ` +
    'or record a decision. It was left out of every count.',

  unreadable: (facts) => {
    const reason = unreadableReasons[told(facts, 'reason') ?? ''];
    const found = reason?.found ?? `it could not be read${aside(facts, 'reason', 'why')}`;
    return (
      `${found}${aside(facts, 'detail')}. ${reason?.send ?? PLAIN_COPY} ` +
      'Nothing was counted from it, and the rest of the return was still read.'
    );
  },

  'unused-decision': (facts) =>
    `the recorded decision${aside(facts, 'decision', 'label', 'value')} no longer ` +
    `applies to anything in this return${aside(facts, 'why')}. Check whether the file has changed, then mend the ` +
    'decision or take it out. It changed nothing in what was read.',

  'victims-below-offences': (facts) =>
    `fewer victims are stated than offences${victims(facts)}, and an offence has at least one victim. Ask the force whether the ` +
    'two count the same cases. Both were kept as stated, with this doubt beside them.',
};

/** Why a number is no answer, as the reading of a return names it. A reason that is not here is told as it was given. */
const notAnAnswer: Readonly<Record<string, string>> = {
  adults: 'it counts adults',
  'another offence': 'it counts another offence',
  'no unit': 'nothing says that it counts offences or victims',
  'points below': 'it points to figures elsewhere in the file',
  remark: 'it stands in a remark',
  work: 'it counts the work of answering, such as records or hours',
};

const unreadableReasons: Readonly<Record<string, { readonly found: string; readonly send: string }>> = {
  encrypted: { found: 'it is locked with a password', send: 'Ask the force for a copy without one.' },
  damaged: { found: 'it is damaged or cut short', send: 'Ask the force to send it again.' },
  'no-result': {
    found: 'a formula has no saved result',
    send: 'Ask the force to open the file, save it and send it again.',
  },
  'over-limits': {
    found: 'it is larger, or unpacks to more, than is read',
    send: 'Ask the force for the answer alone, without the records behind it.',
  },
  unsafe: { found: 'it holds something that is not safe to open', send: PLAIN_COPY },
  'not-supported': { found: 'this kind of file is not read', send: PLAIN_COPY },
};

/** ` (hidden rows: 3 to 5, on sheet "Q1")`. */
function hiddenPart(facts: Facts): string {
  const what = [told(facts, 'what', 'label'), told(facts, 'why')].filter((part) => part !== null).join(': ');
  const sheet = told(facts, 'sheet');
  const parts = [what, sheet === null ? '' : `on sheet "${sheet}"`].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** Parts and whole where both are given; else that two statements of one number differ, with them where they are given. */
function mismatch(facts: Facts): string {
  const parts = toldRange(facts, 'partsLow', 'partsHigh') ?? told(facts, 'parts');
  const stated = told(facts, 'stated', 'total');
  const label = told(facts, 'label');
  if (parts === null || stated === null)
    return `the numbers stated cannot all be true${label === null ? '' : ` (${label})`}`;
  const of = label === null ? '' : ` of "${label}"`;
  if (told(facts, 'why')?.startsWith('stated twice'))
    return `the number${of} is stated as ${stated} and as ${parts}`;
  return `the parts${of} add up to ${parts}, and the total stated is ${stated}`;
}

function victims(facts: Facts): string {
  const [fewer, more] = [toldRange(facts, 'partsLow', 'partsHigh'), told(facts, 'stated')];
  return fewer === null || more === null ? '' : ` (${fewer}, and ${more})`;
}

/** Who accepted it, when and why, where somebody did. */
function accepted(facts: Facts): string {
  const [by, on] = [told(facts, 'acceptedBy'), told(facts, 'acceptedOn')];
  if (by === null || on === null) return '';
  return ` Accepted on ${on} (${by})${telling(facts, ['acceptedBecause'], (why) => `: ${why.replace(/\.$/, '')}`, '')}.`;
}

/** What to tell a person about one finding, in two to four short sentences. */
export function words(finding: Finding): string {
  return `${placeInWords(finding.at)}: ${wordings[finding.code](finding.facts)}${accepted(finding.facts)}`;
}
