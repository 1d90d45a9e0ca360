import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFacts } from './facts.ts';
import { compact } from './fold.ts';
import { ownRegister } from './own-register.ts';
import { readPlatforms } from './platforms.ts';

const { findPlatform, platforms } = readPlatforms(ownRegister);
const aliases = readFacts(ownRegister, 'platform-aliases.csv', [
  'alias',
  'platform',
  'needs',
  'kind',
  'source',
  'added',
]);
const spellings = [
  ...platforms.map(({ id, name }) => ({ text: name, id })),
  ...aliases.map(({ alias, platform }) => ({ text: alias, id: platform })),
];

/** Words that stand in police answers and letters, and others within two letters of a platform's name. */
const ORDINARY = `
about above access account across act action active added address adult after again age aged agency all allowed also
amount annual another answer any apologies appeal applied apply area arrest article asked attached august available
balance band based because been before behind being below best better between binder board body book both boxes bread
bridge bring broad brother browser budget building bundle business called cannot care carried case category caution cell
central certain chance change charge check chief child children choice circle city claim class clear clerk clock close
cloud code collect column come comment committed common company complete complex concern conclude confirm consent
consider contact contain content control copy corner correct cost count county court cover create credit crime cross
current custody cyber daily data date decide decision defence defined delay deliver demand denied depend depot detail
device different difficult direct disclose discount discover discuss display disposal distance district division
document domain door double draft draw drink drive driving during duty each early earth east edge effect eight email
emerge employ enable ending engage enquire ensure enter entire entry equal error estimate evening event every evidence
exact example except exclude exempt exist expect explain express extent extract face facing fact fail family farm father
feature federal figure file filter final finance find finding fine finish first fiscal flag floor focus follow force
form formal forward found four frame free frequent friend front full function fund further future garden gather general
gender given global goods govern grand grant great ground group growth guard guide half hand handle happen harm head
health hear held help high history hold holiday home hospital hotel hour house however hundred idea identify image
impact include income increase indeed index inform initial inside instance intend interest internal into invest issue
item january joint journal judge july june keep kind king kitchen knife known label labour lack land language large
later latter lawful lead league learn least leave legal length less letter level liable library life light limit line
link list little live local locate long look lost lower machine made main make manage manner march margin mark market
master match matter maximum mean measure media meet member memory mention method middle might mind minor minute missing
mobile model moment money month mother motor move multiple name national nature near need neither network never next
night nine none normal north notice number object obtain occur offence office officer often older open opinion option
order origin outcome outside over owner page paper parent park part party pass past pattern pending people percent
period person petrol phase phone photo picture piece place plain plan plate play please point police policy portal
position possible power prefer present press pretty price print prison private process product profile project proper
protect provide public purpose quarter question quick quite radio railway raise range rate rather reach ready reason
receive recent record reduce refer refuse region relate release rely remain remove repeat reply report request require
research reside respond result return review right river road room round route rule safe sample scale scheme school
scope score screen search season second section sector secure select send senior sentence series serious serve service
seven several shape share sheet short should shown side sign similar simple since single site situation skill skip sleep
small social society some source south space speak special specific speech spend staff stage standard start state
station statute stay still stock stolen stone stop store story street strong student study subject submit such suggest
sum summary supply support sure survey suspect system table take target task team telephone temple tender term test
their theme there these thing third those threat three through ticket time timber tinder title today together token
total touch toward town track trade traffic train transfer travel treat trend trial true trust twelve twice type under
unit until update upper urban urgent used user usual value various vehicle version very victim video view village
violent virtual visit voice volume wait walk want warning waste watch water week weight welcome west whether which while
whole wider window winter within without witness woman word work world worth write year yellow young youth zone
`
  .trim()
  .split(/\s+/);

test('every name and every alias of a platform finds its own platform', () => {
  for (const { text, id } of spellings) {
    const found = findPlatform(text);
    assert.equal(found.kind, 'exact', `${text}: ${JSON.stringify(found)}`);
    assert.equal('value' in found && found.value, id, text);
  }
});

test('no ordinary word of a police letter is taken for a misspelt platform', () => {
  assert.ok(ORDINARY.length >= 300);
  const taken = ORDINARY.flatMap((word) => {
    const found = findPlatform(word);
    return found.kind === 'near' ? [`${word} for ${found.term}`] : [];
  });
  assert.deepEqual(taken, []);
});

test('case, spaces, hyphens, dots and accents make no difference to a platform', () => {
  const spelling = fc.constantFrom(...spellings.filter(({ text }) => /^[\p{L} ]+$/u.test(text)));
  const mark = fc.constantFrom('', '', '', ' ', '-', '.', '\u0301');
  fc.assert(
    fc.property(
      spelling,
      fc.array(mark, { minLength: 40, maxLength: 40 }),
      fc.boolean(),
      (one, marks, upper) => {
        const letters = [...(upper ? one.text.toUpperCase() : one.text)].filter((letter) => letter !== ' ');
        // A dash with spaces round it separates two parts; that is no spelling of one name.
        const text = letters
          .map((letter, at) => letter + (at === letters.length - 1 ? '' : (marks[at] ?? '')))
          .join('');
        const found = findPlatform(text);
        assert.equal('value' in found && found.value, one.id, text);
      },
    ),
  );
});

test('one wrong letter in a long name finds its platform, or says between which it cannot tell', () => {
  const long = spellings.filter(({ text, id }) => {
    return (
      /^[A-Za-z]{7,}$/.test(text) &&
      platforms.some((platform) => platform.id === id && platform.name === text)
    );
  });
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
  fc.assert(
    fc.property(fc.constantFrom(...long), fc.nat(), letter, (one, seed, put) => {
      const at = seed % one.text.length;
      const text = one.text.slice(0, at) + put + one.text.slice(at + 1);
      const found = findPlatform(text);
      if ('value' in found) assert.equal(found.value, one.id, text);
      else assert.notEqual(found.kind, 'exact');
    }),
  );
});

test('a look-up of a platform answers the same whatever was asked before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 12 }), { maxLength: 5 }),
      fc.string({ maxLength: 16 }),
      (before, text) => {
        const fresh = readPlatforms(ownRegister);
        for (const one of before) fresh.findPlatform(one);
        assert.deepEqual(fresh.findPlatform(text), findPlatform(text));
      },
    ),
    { numRuns: 20 },
  );
});

test('what is nearest is named at most three times, and a text without letters or digits is near nothing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (text) => {
      const found = findPlatform(text);
      if ('nearest' in found) assert.ok(found.nearest.length <= 3);
      if (compact(text) === '') assert.deepEqual(found, { kind: 'none', nearest: [] });
    }),
  );
});
