import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LetterParts, letterOf, p, r, raised, tbl, tc, tr } from '../../../test/support/letters.ts';
import { readBlocks } from '../../../test/support/read-blocks.ts';
import { docxReader } from './docx.reader.ts';

async function read(parts: LetterParts | string): ReturnType<typeof readBlocks> {
  return readBlocks(docxReader, letterOf(typeof parts === 'string' ? { body: parts } : parts), 'letter.docx');
}

async function lines(parts: LetterParts | string): Promise<readonly string[]> {
  const { lines: found } = await read(parts);
  return found.map(
    (line) => `${line.furniture ? '~' : ''}${line.at.replace('letter.docx#', '')} ${line.text}`,
  );
}

async function cells(body: string): Promise<readonly string[]> {
  const { tables } = await read(body);
  return tables.flatMap((table) =>
    table.cells.map((cell) => {
      const spans = cell.rowSpan + cell.colSpan > 2 ? ` ${cell.rowSpan}x${cell.colSpan}` : '';
      return `${cell.at.split('#')[1]}${spans} ${cell.text}`;
    }),
  );
}

const twoRows = tbl(tr(tc('Age'), tc('Victims')), tr(tc('12-15'), tc('47')));

test('paragraphs of a letter are counted outside its tables, empty ones not', async () => {
  assert.deepEqual(await lines(p('One') + p('') + twoRows + p(' ') + p('Two')), ['p1 One', 'p2 Two']);
});

test('a footnote mark raised in a letter stands apart from its number', async () => {
  const { tables } = await read(
    tbl(tr(tc('Age'), tc('N')), tr(tc('12'), tc(p(r('9') + r('1', raised) + r('2', raised))))),
  );
  assert.deepEqual(
    tables[0]?.cells.map(({ text, marks }) => [text, ...marks]),
    [['Age'], ['N'], ['12'], ['9', '12']],
  );
});

test('merged cells of a letter stand once with their spans', async () => {
  const merged = tbl(
    tr(tc('Age', '<w:vMerge w:val="restart"/>'), tc('2024/25', '<w:gridSpan w:val="2"/>')),
    tr(tc('', '<w:vMerge/>'), tc('Girls'), tc('Boys')),
    `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('3')}${tc('4')}</w:tr>`,
  );
  assert.deepEqual(await cells(merged), [
    't1r1c1 2x1 Age',
    't1r1c2 1x2 2024/25',
    't1r2c2 Girls',
    't1r2c3 Boys',
    't1r3c2 3',
    't1r3c3 4',
  ]);
});

test('a table of a letter inside a cell is a table of its own', async () => {
  const nested = tbl(tr(tc(p('The answer:') + twoRows + p('')), tc('')));
  const { lines: found, tables } = await read(nested);
  assert.deepEqual(
    found.map((line) => `${line.at} ${line.text}`),
    ['letter.docx#t1r1c1 The answer:'],
  );
  assert.deepEqual(
    tables.map((table) => [table.at, table.rows, table.cols]),
    [['letter.docx#t2', 2, 2]],
  );
});

test('the numbers a letter prints before list paragraphs are kept, bullets are not', async () => {
  const level = (format: string, text: string, at = 0): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level('decimal', 'Question %1:')}${level('lowerLetter', '%1%2)', 1)}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level('bullet', 'o')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
  const item = (text: string, list: number, at = 0): string =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
  const body =
    item('How many?', 1) + item('How old?', 1) + item('Girls', 1, 1) + item('Boys', 1, 1) + item('Where?', 1);
  assert.deepEqual(await lines({ body: body + item('Snapchat - 29', 2) + item('Again', 3), numbering }), [
    'p1 Question 1: How many?',
    'p2 Question 2: How old?',
    'p3 2a) Girls',
    'p4 2b) Boys',
    'p5 Question 3: Where?',
    'p6 Snapchat - 29',
    'p7 Question 5: Again',
  ]);
});

test('a tracked deletion in a letter is not read, and is reported when it holds a number', async () => {
  const gone = '<w:del><w:r><w:delText>79</w:delText></w:r></w:del>';
  const { lines: found, found: findings } = await read(
    p(`${r('We recorded ')}${gone}<w:ins>${r('85')}</w:ins>${r(' offences.')}`),
  );
  assert.equal(found[0]?.text, 'We recorded 85 offences.');
  assert.deepEqual(findings, ['hidden-content ']);
  assert.deepEqual(
    (await read(p(`<w:del><w:r><w:delText>very </w:delText></w:r></w:del>${r('few')}`))).found,
    [],
  );
});

test('hidden text of a letter is not read, and is reported when it holds a number', async () => {
  const { lines: found, found: findings } = await read(p('Shown') + p(r('85', '<w:vanish/>')));
  assert.deepEqual(
    found.map((line) => line.text),
    ['Shown'],
  );
  assert.deepEqual(findings, ['hidden-content #p1']);
});

test('lines that a letter parts with tabs are a table, a line alone is not', async () => {
  const tabbed = (...fields: readonly string[]): string =>
    p(`<w:r>${fields.map((text) => `<w:t>${text}</w:t>`).join('<w:tab/>')}</w:r>`);
  const told = async (body: string): Promise<readonly string[]> => {
    const { tables, lines: found } = await read(body);
    const rows = tables.flatMap((table) =>
      table.cells.map((cell) => `${cell.at.split('#')[1]} ${cell.col}:${cell.text}`),
    );
    return [...rows, ...found.map((line) => line.text)];
  };
  const heads = tabbed('', '2023/24', '2024/25');
  assert.deepEqual(
    await told(p('By platform:') + heads + tabbed('Snapchat', '28', '29') + tabbed('Kik', '', '3')),
    [
      'p2 1:2023/24',
      'p2 2:2024/25',
      'p3 0:Snapchat',
      'p3 1:28',
      'p3 2:29',
      'p4 0:Kik',
      'p4 2:3',
      'By platform:',
    ],
  );
  // Two tabs after a short label reach the same stop as one after a long one.
  assert.deepEqual(await told(tabbed('Snapchat', '28') + tabbed('Kik', '', '3') + p('End')), [
    'p1 0:Snapchat',
    'p1 1:28',
    'p2 0:Kik',
    'p2 1:3',
    'End',
  ]);
  assert.deepEqual(await told(tabbed('Telephone', '101')), ['Telephone 101']);
});

test('a text box of a letter is read once, after the paragraph that holds it', async () => {
  const box = (inside: string): string => `<w:txbxContent>${inside}</w:txbxContent>`;
  const drawn =
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box(p('85 offences'))}</wps:txbx></wps:wsp></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:textbox>${box(p('85 offences'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  assert.deepEqual(await lines(p(r('Before') + drawn) + p('After')), [
    'p1 Before',
    'p1+1 85 offences',
    'p2 After',
  ]);
});

test('footnotes of a letter come last with their marks, headers as furniture', async () => {
  const body = p(`${r('88')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' offences')}`);
  const footnotes = `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">${p('Includes 3 passed to us.')}</w:footnote>`;
  const parts = { body, footnotes, header: p('Reference 25/1') };
  assert.deepEqual(await lines(parts), [
    'p1 88 offences',
    'footnote1 Includes 3 passed to us.',
    '~header Reference 25/1',
  ]);
  const { lines: found } = await read(parts);
  assert.deepEqual(
    found.map((line) => line.marks),
    [['1'], ['1'], []],
  );
});

test('headings of a letter are told by style or outline level', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H1"/></w:style>';
  const { lines: found } = await read({
    body: p('A', '<w:pStyle w:val="Own"/>') + p('B', '<w:outlineLvl w:val="0"/>') + p('C'),
    styles,
  });
  assert.deepEqual(
    found.map((line) => line.role),
    ['heading', 'heading', 'paragraph'],
  );
});

test('what a letter embeds, charts or says in comments is reported', async () => {
  const found = await read({
    body: p('See the chart.'),
    comments: `<w:comment w:id="0">${p('was 79')}</w:comment>`,
    extra: { 'word/embeddings/Book1.xlsx': 'x', 'word/charts/chart1.xml': '<c/>' },
  });
  assert.deepEqual(
    found.findings.map(({ facts }) => facts.what),
    ['chart', 'comments', 'embedded file'],
  );
});

test('a letter that is a picture is not a return', async () => {
  const { findings } = await read({ body: p(''), extra: { 'word/media/image1.png': 'x' } });
  assert.deepEqual(
    findings.map(({ code, facts }) => [code, facts.why]),
    [['not-a-return', 'picture of text']],
  );
});

test('a letter whose package or markup is broken is unreadable', async () => {
  const whole = letterOf({ body: p('85 offences') });
  const codes = async (bytes: Uint8Array): Promise<readonly string[]> =>
    (await readBlocks(docxReader, bytes, 'l')).found;
  assert.deepEqual(await codes(whole.subarray(0, whole.length - 40)), ['unreadable ']);
  assert.deepEqual(await codes(letterOf({ body: '<w:p><w:r>' })), ['unreadable ']);
  const entity = letterOf({
    body: '',
    extra: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
  });
  assert.deepEqual(await codes(entity), ['unreadable ']);
  const deep = '<w:sdt>'.repeat(800) + p('85') + '</w:sdt>'.repeat(800);
  assert.deepEqual(await codes(letterOf({ body: deep })), ['unreadable ']);
});
