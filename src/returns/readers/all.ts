/** Every reader and every container, in one place. Order breaks ties between those equally sure of a file. */
import type { Container } from './container.ts';
import { csvReader } from './csv.reader.ts';
import { docxReader } from './docx.reader.ts';
import { emlContainer } from './eml.container.ts';
import { htmlReader } from './html.reader.ts';
import { odsReader } from './ods.reader.ts';
import { pdfReader } from './pdf.reader.ts';
import type { Reader } from './reader.ts';
import { txtReader } from './txt.reader.ts';
import { xlsbReader, xlsReader } from './xls.reader.ts';
import { xlsxReader } from './xlsx.reader.ts';
import { zipContainer } from './zip.container.ts';

export const readers: readonly Reader[] = [
  docxReader,
  pdfReader,
  htmlReader,
  xlsxReader,
  odsReader,
  xlsReader,
  xlsbReader,
  csvReader,
  txtReader,
];

export const containers: readonly Container[] = [emlContainer, zipContainer];
