import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeInWords } from './place.ts';

const cases: readonly (readonly [string, string])[] = [
  ['', 'The return'],
  ['reply.eml', '"reply.eml"'],
  ['Annex A.xlsx#Q1 Offences!C4', '"Annex A.xlsx", sheet "Q1 Offences", cell C4'],
  ['reply.eml/book.xlsx#Sheet 1!B2:D9', '"reply.eml/book.xlsx", sheet "Sheet 1", cells B2 to D9'],
  ['book.xlsx#Really?!!B2', '"book.xlsx", sheet "Really?!", cell B2'],
  ['book.xlsx#Hidden', '"book.xlsx", sheet "Hidden"'],
  ['a.csv#B4,B7', '"a.csv", cell B4 and cell B7'],
  ['page.html#title', '"page.html", the title'],
  ['a.csv#B4', '"a.csv", cell B4'],
  ['page.html#t1r2c3', '"page.html", table 1, row 2, column 3'],
  ['page.html#t1', '"page.html", table 1'],
  ['page.html#p7', '"page.html", paragraph 7'],
  ['page.html#p7+2', '"page.html", text 2 after paragraph 7'],
  ['letter.docx#footnote1', '"letter.docx", footnote 1'],
  ['letter.docx#header', '"letter.docx", the page header'],
  ['reply.eml#subject', '"reply.eml", the subject'],
  ['Gwent.pdf#page1', '"Gwent.pdf", page 1'],
  ['Gwent.pdf#page1r2c3', '"Gwent.pdf", page 1, row 2, column 3'],
  ['reply.txt#l7', '"reply.txt", line 7'],
  ['Annex #2.pdf#page3', '"Annex #2.pdf", page 3'],
  ['a.txt#somewhere else', '"a.txt", "somewhere else"'],
];

for (const [at, said] of cases) {
  test(`the place ${at === '' ? '(none)' : at} is said as ${said}`, () => {
    assert.equal(placeInWords(at), said);
  });
}
