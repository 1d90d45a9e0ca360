/** A bulletin as plain text: lines that a mail program does not break, no mark-up, in the order of the page. */
import type { BulletinDocument } from './document.ts';
import { HEADINGS, serviceText } from './document.ts';

const WIDTH = 78;

export function documentText(document: BulletinDocument): string {
  const { bulletin, caveats, chart, quote, services, source } = document;
  const blocks = [
    wrapped(bulletin.title),
    ...bulletin.paragraphs.map((paragraph) => wrapped(paragraph)),
    headed(HEADINGS.caveats, caveats),
    ...(chart === null
      ? []
      : [
          [
            wrapped(chart.caption),
            ...aligned(chart.rows.map(({ label, number, remark }) => [label, number, remark])),
            wrapped(chart.note),
          ].join('\n'),
        ]),
    headed(HEADINGS.quote, quote),
    headed(
      HEADINGS.help,
      services.map((service) => `${serviceText(service)} ${service.url}`.trimEnd()),
    ),
    wrapped(source),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headed(heading: string, items: readonly string[]): string {
  return items.length === 0 ? '' : [heading, ...items.map((item) => wrapped(item, '- ', '  '))].join('\n');
}

function aligned(rows: readonly (readonly [string, string, string])[]): readonly string[] {
  const [first, second] = [0, 1].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map(([label, number, remark]) =>
    `  ${label.padEnd(first ?? 0)}  ${number.padStart(second ?? 0)}  ${remark}`.trimEnd(),
  );
}

function wrapped(text: string, first = '', rest = ''): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const isEmpty = line === first || line === rest;
    if (!isEmpty && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = rest;
    }
    line += line === first || line === rest ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
