/**
 * Says one released figure in one plain sentence, with the number in it. A withheld number stands as `[c]`. Says "at
 * least" and "between" and never more than is known; never calls what some forces add up to the number of an area.
 */
import type { Released } from '#disclosure/released.ts';
import type { Figure } from '#figures/figure.ts';
import { period as parsePeriod, label as periodLabel } from '#period/period.ts';
import type { Area } from './release.ts';

export type SentenceParts = {
  readonly figure: Figure;
  readonly released: Released;
  readonly decimals: number;
  readonly area: Area;
  /** For a difference: what was published, as released, and over how many forces. */
  readonly whole: { readonly released: Released; readonly forces: number } | null;
};

export function figureSentence(parts: SentenceParts): string {
  const { figure, released, area } = parts;
  const place = inSentence(area);
  const amount = amountOf(parts);
  const year = yearOf(figure.period);
  if (released.value.status === 'not-available') return notAvailable(parts, place, year);
  switch (figure.method) {
    case 'stated':
      return `${capital(place)} stated ${amount} for ${year}.`;
    case 'published': {
      const { included, asked } = figure.coverage;
      if (area.kind === 'force') return `For ${year}, ${amount} ${were(released)} published for ${place}.`;
      const cover = included === asked ? `all ${asked} forces` : `${included} of ${asked} forces`;
      return `For ${year}, ${amount} ${were(released)} published for ${place}, from ${cover}.`;
    }
    case 'sum': {
      const { included } = figure.coverage;
      const who =
        included === 1
          ? `The only force in ${place} whose figure is known`
          : `The ${included} forces in ${place} whose figures are known`;
      return `${who} ${included === 1 ? 'stated' : 'add up to'} ${amount} for ${year}.`;
    }
    case 'difference':
      return `${capital(figure.group?.label ?? place)}${figure.group === null ? '' : ' together'} had ${amount} in ${year}${lessWhat(parts)}.`;
    case 'bounds':
      return `${capital(place)} had ${amount} in ${year}. Its own number is not published; this range follows from sums that contain it.`;
    case 'rate':
      return `${capital(place)} had ${amount} on average over the ${figure.days} days of ${year}.`;
  }
}

function notAvailable({ figure, area }: SentenceParts, place: string, year: string): string {
  const what = `number of ${nounOf(figure, false)}`;
  if (figure.method === 'sum')
    return `No force in ${place} has a known ${what} for ${year}. This does not mean zero.`;
  const said = figure.sources.length > 0 ? `${capital(area.name)} did not give the` : 'No';
  return said === 'No'
    ? `No ${what} for ${year} is published for ${place}. This does not mean zero.`
    : `${said} ${what} for ${year}. This does not mean zero.`;
}

function lessWhat({ whole, figure }: SentenceParts): string {
  if (whole === null || whole.released.value.status !== 'published') return '';
  const of = `${numberText(whole.released, 0)} published for ${whole.forces} forces`;
  return figure.group === null
    ? `: what is left of the ${of}`
    : `, which is what the known figures leave of the ${of}`;
}

function amountOf({ figure, released, decimals }: SentenceParts): string {
  const number = numberText(released, decimals);
  if (figure.method === 'rate') return `${number} ${figure.unit} a day`;
  const { value } = released;
  const isOne = value.status === 'published' && value.low === 1 && value.high === 1;
  return `${number} ${nounOf(figure, isOne)}`;
}

/** `offences`, `victims aged 13`, `offence of rape`, `offences on snapchat`. */
function nounOf({ unit, breakdown }: Figure, isOne: boolean): string {
  const noun = isOne ? unit.slice(0, -1) : unit;
  if (breakdown === null) return noun;
  switch (breakdown.dimension) {
    case 'age':
      return `${noun} ${breakdown.label}`;
    case 'sex':
      return `${noun} (${breakdown.label})`;
    case 'offence':
      return `${noun} of ${/^\d/.test(breakdown.label) ? `code ${breakdown.label}` : breakdown.label}`;
    case 'platform':
      return breakdown.category === 'unknown'
        ? `${noun}, ${breakdown.label}`
        : `${noun} on ${breakdown.label}`;
  }
}

function were({ value }: Released): string {
  return value.status === 'published' && value.low === 1 && value.high === 1 ? 'was' : 'were';
}

/** `3,186`, `between 0 and 195`, `at least 101`, `[c]`. */
function numberText({ value }: Released, decimals: number): string {
  if (value.status !== 'published') return value.status === 'withheld' ? '[c]' : '[x]';
  const written = (number: number) => number.toFixed(decimals).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  if (value.high === null) return `at least ${written(value.low)}`;
  return value.low === value.high
    ? written(value.low)
    : `between ${written(value.low)} and ${written(value.high)}`;
}

function yearOf(period: string): string {
  const span = parsePeriod(period);
  return span === null ? period : periodLabel(span);
}

function inSentence({ kind, name }: Area): string {
  if (kind === 'force') return name.endsWith('Service') ? `the ${name}` : name;
  return /^(?:East|North|South|West) /.test(name) ? `the ${name}` : name;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
