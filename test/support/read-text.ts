/** Reads a return written in a test as text: one or more files by name, against a small collection. */
import { parseCollection } from '#collection/read-collection.ts';
import { readRegister } from '#register/register.ts';
import type { Document } from '#returns/document.ts';
import { readFileBytes } from '#returns/read-file.ts';
import { readReturn } from '#returns/read-return.ts';
import { usualLimits } from '#returns/readers/reader.ts';
import type { Reading } from '#returns/reading.ts';

export const register = readRegister();

export const communication = parseCollection(
  `id: communication-2024-25
title: Sexual communication with a child, 2024/25 (practice data, invented)
basis: foi
asked_on: 2025-05-29
period: 2024-04-01/2025-03-31
compare: [2023-04-01/2024-03-31]
measures:
  - id: offences
    title: Recorded offences of sexual communication with a child (Home Office code 71/17)
    unit: offences
    breakdowns: [platform]
  - id: victims
    title: Victims by age and sex
    unit: victims
    breakdowns: [age, sex]
age_bands: ["0-11", "12-15", "16-17"]
disclosure: {threshold: 5}
`,
  'collection.yaml',
);

export const flagged = parseCollection(
  `id: flagged-2023-24
title: Online-flagged sexual offences against children, 2023/24 (practice data, invented)
basis: foi
asked_on: 2024-05-13
period: 2023-04-01/2024-03-31
measures:
  - id: offences
    title: Recorded sexual offences against children with the online flag
    unit: offences
    breakdowns: [offence]
  - id: victims
    title: Victims by age
    unit: victims
    breakdowns: [age]
age_bands: ["0-9", "10-12", "13-15", "16-17"]
disclosure: {threshold: 5}
`,
  'collection.yaml',
);

export async function readText(
  files: Readonly<Record<string, string>>,
  collection = communication,
): Promise<Reading> {
  return readReturn({ documents: await documentsOf(files), collection, register, force: null });
}

export async function documentsOf(files: Readonly<Record<string, string>>): Promise<readonly Document[]> {
  const documents: Document[] = [];
  for (const [file, text] of Object.entries(files)) {
    documents.push(...(await readFileBytes(new TextEncoder().encode(text), file, usualLimits)));
  }
  return documents;
}

/** Observations in one line each, for comparing: `offences 2024/25 snapchat 29`, `victims 2024/25 0-11 female 0..4`. */
export function inLines(reading: Reading): readonly string[] {
  return reading.observations.map((one) => {
    const dims = [one.age, one.sex, one.offence, one.platform].filter((dim) => dim !== null);
    const { low, high } = one.count;
    const count = low === high ? `${low}` : `${low}..${high === Number.POSITIVE_INFINITY ? '' : high}`;
    return [one.measure, yearOf(one.period), ...dims, count].join(' ');
  });
}

function yearOf(period: string): string {
  const match = /^(\d{4})-04-01\/(\d{4})-03-31$/.exec(period);
  return match !== null && Number(match[2]) === Number(match[1]) + 1
    ? `${match[1]}/${match[2]?.slice(2)}`
    : period;
}

/** Codes of the warnings and errors, each once; that no answer was found at all is left out. */
export function doubtsOf(reading: Reading): readonly string[] {
  const told = reading.findings.filter((one) => one.level !== 'info' && one.code !== 'not-a-return');
  return [...new Set(told.map((one) => one.code))];
}
