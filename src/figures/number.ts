/**
 * Names of numbers. A number is one true quantity that figures tell of and sums bind: what one force counted, what a
 * published statement says, what we added up. Two statements about the same quantity share the name.
 */
import type { Breakdown } from './figure.ts';

export type Subject = {
  readonly measure: string;
  readonly period: string;
  readonly breakdown: Breakdown | null;
};

/** Shares measure, period and category. */
export function subjectKey({ measure, period, breakdown }: Subject): string {
  return `${measure}|${period}|${categoryKey(breakdown)}`;
}

export function categoryKey(breakdown: Breakdown | null): string {
  return breakdown === null ? 'all' : `${breakdown.dimension}:${breakdown.category}`;
}

/** What one force counted. */
export function forceNumber(force: string, subject: Subject): string {
  return `force|${force}|${subjectKey(subject)}`;
}

/** What the known forces of an area add up to. */
export function sumNumber(area: string, subject: Subject): string {
  return `sum|${area}|${subjectKey(subject)}`;
}

/** What somebody published for an area. */
export function publishedNumber(
  area: string,
  forces: readonly string[],
  subject: Subject,
  release: string,
): string {
  return `published|${area}|${forces.join('+')}|${release}|${subjectKey(subject)}`;
}

/** What some forces together counted; `unnamed` more that nobody names are among them. */
export function groupNumber(forces: readonly string[], unnamed: number, of: string): string {
  return `group|${forces.join('+')}|${unnamed}|${of}`;
}

/** What is left of a number after some of its parts. */
export function restNumber(of: string, after: string): string {
  return `rest|${after}|${of}`;
}

/** Safe in a path and in an address; parts stay apart by dots. */
export function figureId(parts: readonly string[]): string {
  return parts
    .map(slug)
    .filter((part) => part !== '')
    .join('.');
}

export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/\+/g, '-plus')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
