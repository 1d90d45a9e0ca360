/** Every reader and every container, in one place. Order breaks ties between those equally sure of a file. */
import type { Container } from './container.ts';
import { docxReader } from './docx.reader.ts';
import { emlContainer } from './eml.container.ts';
import { htmlReader } from './html.reader.ts';
import type { Reader } from './reader.ts';
import { zipContainer } from './zip.container.ts';

export const readers: readonly Reader[] = [docxReader, htmlReader];

export const containers: readonly Container[] = [emlContainer, zipContainer];
