/**
 * What the API answers, declared once: from this list come the routes, the checks of what is asked, and the OpenAPI document.
 * Every answer is made of a manifest, which holds released cells alone.
 */
import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const LIMIT = 100;
const MOST = 1000;

export const status = z
  .enum(['published', '[c]', '[x]'])
  .describe(
    '[c]: withheld so that nobody can be identified. [x]: nobody supplied or published it. Neither means zero.',
  );

export const figure = z.strictObject({
  id: z.string(),
  area: z.strictObject({ code: z.string(), name: z.string(), kind: z.enum(['country', 'region', 'force']) }),
  group: z
    .string()
    .nullable()
    .describe('The forces it is about, when it is about some of the area together.'),
  measure: z.string(),
  unit: z.string(),
  period: z.strictObject({ from: day, to: day }),
  breakdown: z.strictObject({ dimension: z.string(), category: z.string(), label: z.string() }).nullable(),
  method: z.string(),
  status,
  value: z.number().optional().describe('Only when the number is exact.'),
  low: z.number().optional(),
  high: z.number().nullable().optional().describe('Null when no upper limit is known.'),
  revision: z.enum(['first', 'unchanged', 'new', '[r]']),
  coverage: z.strictObject({
    included: z.number(),
    asked: z.number(),
    unnamed: z.number(),
    sentence: z.string(),
  }),
  vintage: z.string().nullable(),
  sentence: z.string(),
  doubts: z.array(z.string()),
});

export const release = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  collection: z.string(),
  period: z.strictObject({ from: day, to: day }),
  standing: z.enum(['real', 'practice']),
  standingSentence: z.string(),
  state: z.enum(['published', 'superseded']),
  publishedAt: z.string().nullable(),
  supersedes: z.string().nullable(),
  figures: z.number().int(),
});

export const area = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['country', 'region', 'force']),
});

const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    total: z.number().int(),
    items: z.array(item),
    next: z.string().nullable().describe('Address of the next page; null on the last.'),
  });

export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
});

const paging = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST)
    .default(LIMIT)
    .describe(`How many at once, at most ${MOST}.`),
  offset: z.coerce.number().int().min(0).default(0).describe('How many to pass over.'),
};

const one = z.string().min(1).max(200);
const RELEASE = one.describe('Id of a release, or "latest".');

export type Endpoint = {
  readonly name: string;
  /** As OpenAPI writes it. */
  readonly path: string;
  readonly summary: string;
  readonly params: Readonly<Record<string, z.ZodType>>;
  readonly query: Readonly<Record<string, z.ZodType>>;
  readonly answer: z.ZodType;
};

export const endpoints = {
  releases: {
    name: 'releases',
    path: '/api/releases',
    summary: 'Every published release, the newest first.',
    params: {},
    query: { ...paging, collection: one.optional() },
    answer: pageOf(release),
  },
  release: {
    name: 'release',
    path: '/api/releases/{release}',
    summary: 'One release.',
    params: { release: RELEASE },
    query: {},
    answer: release,
  },
  areas: {
    name: 'areas',
    path: '/api/releases/{release}/areas',
    summary: 'The areas of a release: country, regions and forces.',
    params: { release: RELEASE },
    query: { ...paging, kind: z.enum(['country', 'region', 'force']).optional() },
    answer: pageOf(area),
  },
  figures: {
    name: 'figures',
    path: '/api/releases/{release}/figures',
    summary: 'Figures of a release by area, measure, period, breakdown and vintage.',
    params: { release: RELEASE },
    query: {
      ...paging,
      area: one.optional().describe('Code of an area.'),
      measure: one.optional(),
      unit: one.optional(),
      period: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/)
        .optional()
        .describe('First and last day: 2015-04-01/2016-03-31.'),
      dimension: one.optional().describe('age, sex, offence or platform; "none" for totals alone.'),
      category: one.optional(),
      method: one.optional(),
      status: status.optional(),
      vintage: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional()
        .describe('Month in which the source first stated the figure.'),
    },
    answer: pageOf(figure),
  },
  figure: {
    name: 'figure',
    path: '/api/releases/{release}/figures/{figure}',
    summary: 'One figure by its id.',
    params: { release: RELEASE, figure: z.string().min(1).max(500) },
    query: {},
    answer: figure,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;

export type Figure = z.infer<typeof figure>;
export type ReleaseSummary = z.infer<typeof release>;
