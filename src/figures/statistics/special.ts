/**
 * The incomplete gamma and beta functions, by series and continued fraction, to about twelve figures: what exact intervals
 * are made of. Arguments are positive; anything else is a defect of the caller and throws.
 */

const STEPS = 1000;
const SMALL = 1e-300;
const EXACT = 1e-15;

/** Lanczos' approximation of the logarithm of the gamma function. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new Error(`no logarithm of gamma at ${x}`);
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const y = x - 1;
  const sum = terms.reduce((total, term, at) => total + term / (y + at + 1), 0.9999999999998099);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The share of a gamma distribution of shape `a` and scale 1 that lies below `x`. */
export function gammaBelow(a: number, x: number): number {
  if (!(a > 0) || x < 0) throw new Error(`no gamma distribution at ${a}, ${x}`);
  if (x === 0) return 0;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? scale * gammaSeries(a, x) : 1 - scale * gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < STEPS * 10; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * EXACT) break;
  }
  return sum;
}

function gammaFraction(a: number, x: number): number {
  return fraction(
    x + 1 - a,
    (n) => -n * (n - a),
    (n) => x + 2 * n + 1 - a,
  );
}

/** Lentz' method: 1 / (b0 + a1 / (b1 + a2 / (b2 + …))). */
function fraction(b0: number, a: (n: number) => number, b: (n: number) => number): number {
  let d = 1 / away(b0);
  let c = 1 / SMALL;
  let value = d;
  for (let n = 1; n < STEPS * 10; n++) {
    d = 1 / away(b(n) + a(n) * d);
    c = away(b(n) + a(n) / c);
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < EXACT) break;
  }
  return value;
}

function away(value: number): number {
  return Math.abs(value) < SMALL ? SMALL : value;
}

/** The share of a beta distribution with shapes `a` and `b` that lies below `x`, from 0 to 1. */
export function betaBelow(a: number, b: number, x: number): number {
  if (!(a > 0) || !(b > 0)) throw new Error(`no beta distribution at ${a}, ${b}`);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const log = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  const scale = Math.exp(log);
  return x < (a + 1) / (a + b + 2)
    ? (scale * betaFraction(a, b, x)) / a
    : 1 - (scale * betaFraction(b, a, 1 - x)) / b;
}

function betaFraction(a: number, b: number, x: number): number {
  const numerator = (n: number): number => {
    const m = Math.floor(n / 2);
    return n % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  };
  return fraction(1, numerator, () => 1);
}

/** Where a rising function reaches `share`, by halving; `high` must lie beyond it. */
export function reaches(below: (x: number) => number, share: number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 200 && to - from > EXACT * Math.max(1, Math.abs(to)); step++) {
    const middle = (from + to) / 2;
    if (below(middle) < share) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
