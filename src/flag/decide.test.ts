import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRecord, recordOfText } from '#record/record.ts';
import { ownRegister } from '#register/own-register.ts';
import { prepare } from './decide.ts';
import { readLexicon } from './lexicon.ts';
import { nothingSettled, type Policy } from './policy.ts';

const lexicon = readLexicon(ownRegister);
const decider = prepare(lexicon, nothingSettled);
const decide = (mo: string, more: object = {}, policy: Policy | null = null) =>
  (policy === null ? decider : prepare(lexicon, policy)).decide(
    parseRecord({ id: 'P-1', offence_code: '22B', recorded_on: '2022-05-04', mo, ...more }),
  );

test('a decision quotes the words it rests on, with their place and their rule', () => {
  const text = 'VIC added by unk male on Snapchat who asked for pics. Reported via online form.';
  const { decision, channel, evidence, rules } = decide(text);
  assert.equal(decision, 'flag');
  assert.equal(channel, 'Snapchat');
  for (const one of evidence) assert.equal(text.slice(one.start, one.end), one.text);
  assert.ok(evidence.some(({ rule, effect }) => rule === 'means-of-commission' && effect === 'supports'));
  assert.ok(evidence.some(({ rule, effect }) => rule === 'recording-route' && effect === 'sets-aside'));
  assert.deepEqual([...rules], [...rules].sort());
});

test('one mention left standing is enough, whatever is set aside beside it', () => {
  const aside = 'VIC does not use Facebook. Reported by email. Laptop seized.';
  assert.equal(decide(`${aside} Offence in park by unknown male.`).decision, 'no-flag');
  assert.equal(decide(`${aside} SUSP messaged VIC on Kik.`).decision, 'flag');
});

test('the offence code alone never gives the flag', () => {
  for (const code of ['71/17', '86/02', '88A', '35', '20B']) {
    assert.notEqual(decide('Crime recorded. Enquiries to follow.', { offence_code: code }).decision, 'flag');
  }
});

test('what is already on the record changes nothing', () => {
  const bare = decide('Offence in park by unknown male.');
  const marked = decide('Offence in park by unknown male.', {
    existing_flags: ['ONLINE'],
    label: 'online',
    channel: 'Snapchat',
    reason: 'Y1',
  });
  assert.deepEqual(bare, marked);
});

test('a policy settles text messages by the day of recording, and nothing else', () => {
  const policy: Policy = { ...nothingSettled, smsBeforeApril2024: 'no-flag', smsFromApril2024: 'flag' };
  const text = 'SUSP has sent VIC 11 text messages.';
  assert.equal(decide(text, { recorded_on: '2024-03-31' }, policy).decision, 'no-flag');
  assert.equal(decide(text, { recorded_on: '2024-04-01' }, policy).decision, 'flag');
  assert.equal(decide(text, { recorded_on: '2024-04-01' }).decision, 'review');
  assert.equal(decide('SUSP messaged VIC on Kik.', {}, policy).decision, 'flag');
});

test('a policy settles voice calls and images that never left a device', () => {
  const policy: Policy = { ...nothingSettled, voiceCall: 'no-flag', deviceImage: 'flag' };
  const call = 'SUSP keeps ringing VIC and is inappropriate.';
  assert.equal(decide(call, { offence_code: '71/17' }, policy).decision, 'no-flag');
  const camera = 'SUSP committed offence and filmed VIC.';
  assert.equal(decide(camera, {}, policy).decision, 'flag');
  assert.equal(decide(camera).decision, 'review');
});

test('a name is found misspelt, disguised and in capitals, and never inside another word', () => {
  for (const name of [
    'snpachat',
    'sn4pchat',
    'SNAPCHATT',
    'Snap-Chat',
    'insta-gram',
    'instagrm',
    'w4tsapp whatsapp',
  ]) {
    assert.equal(decide(`SUSP messaged VIC on ${name} for weeks.`).decision, 'flag', name);
  }
  for (const word of ['Discoed', 'the Wicker', 'kiking', 'Skypetown', 'unsnapchattable', 'telegraph pole']) {
    assert.equal(decide(`SUSP pushed VIC near ${word}.`).decision, 'no-flag', word);
  }
});

test('a service is no means of an offence told of in years before it began', () => {
  assert.equal(decide('In 1974 a telegram came home. Offence at camp by leader.').decision, 'no-flag');
});

test('an empty text, and one of marks alone, are decided', () => {
  for (const text of ['', '...', '\u{1f600}', '- - -']) {
    assert.equal(decider.decide(recordOfText(text)).decision, 'no-flag');
  }
});

test('an ordinary word is a service where it carries contact, and not where it is a thing or a place', () => {
  for (const text of [
    'VIC added on snap 3 weeks back by SUSP who asked to meet.',
    'Hoop then Snap. SUSP asked VIC to meet.',
    'SUSP moved VIC onto Signal and asked for pics.',
    'SUSP KIKD VIC AND ASKED TO MEET.',
  ])
    assert.equal(decide(text).decision, 'flag', text);
  for (const text of [
    'VIC hit by SUSP at the basketball hoop then at the gate.',
    'SUSP stood near the signal box and pushed VIC.',
    'Asked if any of it was on line VIC says no. SUSP pushed her at school.',
    'Family discord. SUSP pushed VIC in kitchen.',
  ])
    assert.equal(decide(text).decision, 'no-flag', text);
});

test('a name that may be an ordinary word is weighed with the whole text, where the words round it do not settle it', () => {
  const met =
    'SUSP, 31, found VIC through the bird discord last spring, pretended to be 15 and asked to meet her. He drove VIC to the reserve and committed the offence in the hide.';
  const asked =
    'VIC says it was snap where he asked her for pictures of herself. She sent two, then blocked him and told her mother, who has kept the handset for police.';
  const meant =
    'VIC was at the table during a family discord about the fence. SUSP, an uncle, came in from the garden and pushed him against the sink in the kitchen.';
  assert.equal(decide(met).decision, 'flag');
  assert.notEqual(decide(asked).decision, 'no-flag');
  assert.equal(decide(meant, { offence_code: '105A' }).decision, 'no-flag');
});

test('where a field says online and the text says that it was not, no words make it no flag', () => {
  const text =
    'SUSP walked up to VIC at the bus stop and committed the offence behind the shelter. He left on foot towards the market. No messages between them and neither has a phone.';
  assert.equal(decide(text, { location_type: 'Public open space' }).decision, 'no-flag');
  assert.equal(decide(text, { location_type: 'Internet' }).decision, 'review');
});

test('old media alone are for a person, and are flagged where the whole text tells more', () => {
  const alone =
    'Hard disc with unsuitable images of children handed in by a house clearance firm. Not yet examined, no computer found with it and nobody knows whose it was.';
  const more =
    'IT manager reports that the log in of an employee was used on nights to save unsuitable images of children to a network drive from a site that the filter had not caught. Hard disc to be collected.';
  const image = { offence_code: '86/2' };
  assert.equal(decide(alone, image).decision, 'review');
  assert.ok(decide(more, image).rules.includes('grey-media'));
  assert.equal(decide(more, image).decision, 'flag');
});
