/** The OpenAPI 3.1 document of the API, made of the same declarations as its routes, so that it cannot say something else. */
import { z } from 'zod';
import { type Endpoint, endpoints, problem } from './endpoints.ts';

export function openApi(): object {
  const all: readonly Endpoint[] = Object.values(endpoints);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Figures of published releases',
      version: '1',
      description:
        'Figures as they were released, and nothing else. A number that may not be told has a status and no value; where its release tells safe ranges, the lowest and highest that subtraction leaves of it. Answers carry an ETag.',
    },
    paths: {
      ...Object.fromEntries(all.map((endpoint) => [endpoint.path, { get: operation(endpoint) }])),
      '/api/openapi.json': {
        get: {
          operationId: 'document',
          summary: 'This document.',
          responses: {
            200: {
              description: 'The document.',
              content: { 'application/json': { schema: { type: 'object' } } },
            },
          },
        },
      },
    },
    components: { schemas: { Problem: schemaOf(problem) } },
  };
}

function operation({ name, summary, params, query, answer }: Endpoint): object {
  const wrong = {
    description: 'What was wrong, and what to ask instead.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    operationId: name,
    summary,
    parameters: [
      ...Object.entries(params).map(([key, schema]) => ({
        name: key,
        in: 'path',
        required: true,
        schema: schemaOf(schema),
      })),
      ...Object.entries(query).map(([key, schema]) => ({
        name: key,
        in: 'query',
        required: false,
        schema: schemaOf(schema),
      })),
    ],
    responses: {
      200: { description: summary, content: { 'application/json': { schema: schemaOf(answer) } } },
      304: { description: 'What you have is still what stands.' },
      400: wrong,
      404: wrong,
      500: wrong,
    },
  };
}

/** The dialect is that of OpenAPI 3.1 itself, so that no schema needs to name one. */
function schemaOf(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output' });
  return rest;
}
