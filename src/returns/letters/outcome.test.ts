/** How a reply ended, from its own words: what it refuses, does not hold, asks back or answers, and the sections it relies on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../../../test/support/read-text.ts';

type Case = readonly [text: string, outcome: string, exemptions: readonly string[]];

const cases: readonly Case[] = [
  ['Please confirm which offence codes you would like us to search.', 'clarification', []],
  ['We are unable to proceed until you tell us which of the two you want.', 'clarification', []],
  [
    'Your request is refused under section 12 of the Freedom of Information Act 2000 because the cost would exceed the appropriate limit.',
    'refused',
    ['12'],
  ],
  ['Your request has been refused under section 12(1) and section 12(2).', 'refused', ['12(1)', '12(2)']],
  [
    'We estimate that the time to answer would exceed 18 hours. Section 12(1) of the Act applies and your request is refused.',
    'refused',
    ['12(1)'],
  ],
  [
    'This letter acts as a refusal notice under section 17(1) of the Act. The exemption applied is section 40(2).',
    'refused',
    ['40(2)'],
  ],
  [
    'In accordance with section 17 of the Freedom of Information Act 2000 this letter serves as a refusal notice. Section 12 applies.',
    'refused',
    ['12'],
  ],
  ['The information is exempt under sections 30(1) and 31(1)(a) and (b).', 'refused', ['30(1)', '31(1)']],
  [
    'The information you requested is exempt by virtue of section 21, as it is reasonably accessible by other means.',
    'refused',
    ['21'],
  ],
  [
    'The information is withheld under s.22(1) as it is intended for future publication.',
    'refused',
    ['22(1)'],
  ],
  [
    'We neither confirm nor deny that any information is held, under sections 23(5), 24(2) and 31(3).',
    'refused',
    ['23(5)', '24(2)', '31(3)'],
  ],
  ['North Yorkshire Police can neither confirm nor deny that it holds the information.', 'refused', []],
  ['Your request is considered vexatious and is refused under section 14(1).', 'refused', ['14(1)']],
  ['Section 40(2) has been applied to small numbers.', 'refused', ['40(2)']],
  ['Names have been redacted under section 40(2). There were 52 offences in 2024/25.', 'partial', ['40(2)']],
  [
    'There were 52 offences in 2024/25. The breakdown by age is withheld under section 40(2).',
    'partial',
    ['40(2)'],
  ],
  [
    'There were 52 offences in 2024/25. The age of victims is not held in a retrievable format.',
    'partial',
    [],
  ],
  ['There were 52 offences in 2024/25. Platform is not recorded in a searchable field.', 'partial', []],
  ['The information is not held by this force.', 'not-held', []],
  ['No information is held.', 'not-held', []],
  ['We do not hold the information you requested.', 'not-held', []],
  ['The force does not record the platform used.', 'not-held', []],
  ['Our system does not capture this information.', 'not-held', []],
  ['I can confirm that the information you have requested is not held by Essex Police.', 'not-held', []],
  ['The information requested is held by another force.', 'not-held', []],
  ['We do not use the online crime flag.', 'flag-not-used', []],
  ['The online flag was not in use by the force in 2015/16.', 'flag-not-used', []],
  ['Officers were not aware of the cyber-flag during this period.', 'flag-not-used', []],
  ['The cyber flag has not been used in this force.', 'flag-not-used', []],
  ['We have not adopted the flag.', 'flag-not-used', []],
  ['This force began to use the flag in June 2016.', 'flag-not-used', []],
  [
    'We need to clarify your request before we can proceed. Please confirm which offences you mean.',
    'clarification',
    [],
  ],
  [
    'Please could you clarify what you mean by "platform"? The 20 working days will begin when we receive your answer.',
    'clarification',
    [],
  ],
  [
    'Could you please specify the date range? Until we hear from you the request is on hold.',
    'clarification',
    [],
  ],
  ['Your request is not clear. Do you mean recorded crimes or outcomes?', 'clarification', []],
  [
    'Thank you for your request, which we received on 29 May 2025. We will reply within 20 working days.',
    'lost',
    [],
  ],
  ['Please find our response attached.', 'lost', []],
  ['Please see the attached spreadsheet.', 'lost', []],
  [
    'If you are not content with this response you may ask for an internal review within 40 working days.',
    'lost',
    [],
  ],
  ['We have considered section 40(2) but do not rely on it. There were 52 offences in 2024/25.', 'full', []],
  ['No exemptions have been applied. There were 52 offences in 2024/25.', 'full', []],
  [
    'Under section 16 of the Act we advise that a narrower request, for one year, may be within the cost limit.',
    'lost',
    [],
  ],
  ['Section 1(1) of the Act gives a right of access. Section 10 sets 20 working days.', 'lost', []],
  [
    'An earlier request of yours was refused under section 14. There were 52 offences in 2024/25.',
    'full',
    [],
  ],
  ['If we held more, section 40(2) would apply. There were 52 offences in 2024/25.', 'full', []],
  [
    'Should you ask for names, these would be exempt under section 40. There were 52 offences in 2024/25.',
    'full',
    [],
  ],
  [
    'Figures of fewer than 5 are shown as * under section 40(2). Snapchat: *. There were 52 offences in 2024/25.',
    'partial',
    ['40(2)'],
  ],
  [
    'Although the cost limit is exceeded, as a gesture of goodwill we provide the following outside of the Act: there were 52 offences in 2024/25. The request is refused under section 12(1).',
    'partial',
    ['12(1)'],
  ],
  ["Gwrthodir eich cais o dan adran 12 o'r Ddeddf Rhyddid Gwybodaeth 2000.", 'refused', ['12']],
  ["Mae'r wybodaeth wedi'i heithrio o dan adran 40(2).", 'refused', ['40(2)']],
  ["Nid yw'r wybodaeth yn cael ei dal gan yr heddlu.", 'not-held', []],
  ['Nid oes gwybodaeth yn cael ei chadw.', 'not-held', []],
  ["Nid yw'r heddlu yn defnyddio'r fflag.", 'flag-not-used', []],
  ['A allwch egluro eich cais?', 'clarification', []],
  [
    'Questions 1 and 2 are answered below. Question 3 is refused under section 12(1). There were 52 offences in 2024/25.',
    'partial',
    ['12(1)'],
  ],
  ['This request is now closed.', 'lost', []],
  ['Your request has been withdrawn.', 'lost', []],
  ['Your request has been transferred to the College of Policing.', 'lost', []],
  ['We are unable to provide the data because it would take too long.', 'refused', []],
  ['We regret that we cannot provide this information.', 'refused', []],
  [
    'The data cannot be extracted without a manual review of 1,200 records. Section 12 is therefore engaged.',
    'refused',
    ['12'],
  ],
  ['Section 12(1) of the Act is engaged.', 'refused', ['12(1)']],
  ['s12 applies', 'refused', ['12']],
  ['S40(2) - Personal information', 'refused', ['40(2)']],
  ['Exemptions: Section 12 - cost of compliance exceeds appropriate limit.', 'refused', ['12']],
  ['Exemption(s): s.40(2), s.30(1)(a)(i)', 'refused', ['30(1)', '40(2)']],
  [
    'The following exemptions apply:\nSection 31(1) Law enforcement\nSection 40(2) Personal information',
    'refused',
    ['31(1)', '40(2)'],
  ],
  ['This information is not held centrally.', 'not-held', []],
  ['There is no requirement to record this, and so it is not recorded.', 'not-held', []],
  ['The data was lost when our system was changed in 2023.', 'lost', []],
  ['Your request will be refused if you do not reply.', 'lost', []],
  ['We hold some of the information. There were 52 offences in 2024/25.', 'full', []],
  [
    'The force recorded 52 offences in 2024/25. Ages and sexes are withheld under section 40(2) of the Act as they would identify individuals.',
    'partial',
    ['40(2)'],
  ],
  ['Section 30(1)(a) - Investigations. Section 31(1)(a) - Law Enforcement.', 'refused', ['30(1)', '31(1)']],
  [
    "Yn unol ag adran 17 o'r Ddeddf, mae'r llythyr hwn yn hysbysiad gwrthod. Mae adran 40(2) yn gymwys.",
    'refused',
    ['40(2)'],
  ],
  ['To locate the data would exceed the 18 hour limit set by section 12.', 'refused', ['12']],
  [
    'It is estimated that it would cost more than £450 to answer, so section 12(1) applies.',
    'refused',
    ['12(1)'],
  ],
  ['We are relying on section 12 to refuse your request.', 'refused', ['12']],
  [
    'We have relied on section 12(2) as we cannot confirm within the limit whether the data are held.',
    'refused',
    ['12(2)'],
  ],
  [
    'The force is not obliged to comply with your request: section 14(2), repeated request.',
    'refused',
    ['14(2)'],
  ],
  ['As the figures are published on our website they are exempt under section 21(1).', 'refused', ['21(1)']],
  ['There were 52 offences under section 15A of the Sexual Offences Act 2003 in 2024/25.', 'full', []],
  [
    'You can complain under section 50 of the Act to the Information Commissioner. There were 52 offences in 2024/25.',
    'full',
    [],
  ],
  ['Section 45 Code of Practice. There were 52 offences in 2024/25.', 'full', []],
  ['Our duty under section 1(1)(a) is met. There were 52 offences in 2024/25.', 'full', []],
  ['The information is not held in the format requested. There were 52 offences in 2024/25.', 'partial', []],
  ['If this information were held, it would be exempt under section 30. We hold none.', 'not-held', []],
  ['We could not find any record that matches.', 'lost', []],
  ['Further information is not held.', 'not-held', []],
];

for (const [text, outcome, exemptions] of cases) {
  test(`a reply that says "${text.replaceAll('\n', ' / ')}" is ${outcome}${exemptions.length === 0 ? '' : ` under ${exemptions.join(', ')}`}`, async () => {
    const reading = await readText({ 'reply.txt': text });
    assert.deepEqual([reading.outcome, reading.exemptions], [outcome, exemptions]);
  });
}
