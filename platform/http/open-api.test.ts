import { expect, test } from 'vitest';
import { z } from 'zod';
import { openApiDocument } from './open-api.ts';
import { defineRoute } from './route.ts';
import { testServer } from './test-server.ts';

const kind = z.enum(['tv', 'movie']).meta({ id: 'Kind' });
const title = z.object({ id: z.int(), kind, year: z.int().nullable() }).meta({ id: 'Title' });

const common = { tags: ['titles'], access: 'public' } as const;
const list = defineRoute({
  ...common,
  method: 'GET',
  path: '/api/v1/titles',
  operationId: 'listTitles',
  summary: 'Titles, page by page.',
  query: z.object({
    kind: z.array(kind).optional().meta({ description: 'Any of these.' }),
    limit: z.int().min(1).max(50).default(20),
  }),
  response: z.object({ items: z.array(title), nextCursor: z.string().nullable() }),
  handle: async () => ({ items: [], nextCursor: null }),
});
const edit = defineRoute({
  ...common,
  method: 'PATCH',
  path: '/api/v1/titles/:id',
  operationId: 'editTitle',
  summary: 'Changes a title.',
  access: { permission: 'titles.edit' },
  params: z.object({ id: z.int() }),
  body: z.object({ kind }),
  response: title,
  handle: async () => ({ id: 1, kind: 'tv' as const, year: null }),
});

test('the document has parameters, bodies, named components and the error envelope', () => {
  const document = openApiDocument({ title: 'Test', version: '1', routes: [list, edit] });
  expect(document).toMatchObject({
    openapi: '3.1.0',
    paths: {
      '/api/v1/titles': {
        get: {
          operationId: 'listTitles',
          parameters: [
            {
              name: 'kind',
              in: 'query',
              required: false,
              description: 'Any of these.',
              schema: { type: 'array', items: { $ref: '#/components/schemas/Kind' } },
            },
            {
              name: 'limit',
              required: false,
              schema: { type: 'integer', default: 20, minimum: 1, maximum: 50 },
            },
          ],
          responses: {
            200: {
              content: {
                'application/json': {
                  schema: {
                    properties: {
                      items: { type: 'array', items: { $ref: '#/components/schemas/Title' } },
                      nextCursor: { type: ['string', 'null'] },
                    },
                  },
                },
              },
            },
            default: {
              content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorEnvelope' } } },
            },
          },
        },
      },
      '/api/v1/titles/{id}': {
        patch: {
          'x-permission': 'titles.edit',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: { properties: { kind: { $ref: '#/components/schemas/Kind' } } } },
            },
          },
        },
      },
    },
    components: { schemas: { Kind: { type: 'string', enum: ['tv', 'movie'] }, Title: { type: 'object' } } },
  });
});

test('the same routes in any order give the same text', () => {
  const one = openApiDocument({ title: 'Test', version: '1', routes: [list, edit] });
  const other = openApiDocument({ title: 'Test', version: '1', routes: [edit, list] });
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});

test('one id for two different schemas is refused', () => {
  const clash = defineRoute({
    ...common,
    method: 'GET',
    path: '/x',
    operationId: 'x',
    summary: 'x',
    response: z.object({ other: z.string() }).meta({ id: 'Title' }),
    handle: async () => ({ other: '' }),
  });
  expect(() => openApiDocument({ title: 'T', version: '1', routes: [list, clash] })).toThrow(
    'GET /x: the schema id "Title" is also used for another schema',
  );
});

test('a server serves its document as a declared route', async () => {
  const { app } = await testServer([list], { openApi: { path: '/api/v1/openapi.json', title: 'Test' } });
  const answer = await app.inject('/api/v1/openapi.json');
  expect(answer.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Test', version: 'test' } });
  expect(answer.json().paths).not.toHaveProperty('/metrics');
  expect(answer.headers.etag).toBeTypeOf('string');
});

test('who needs a permission finds how to state who he is, and public operations ask for nothing', () => {
  const document = openApiDocument({
    title: 'Test',
    version: '1',
    routes: [list, edit],
    sessionCookie: 'sid',
  });
  expect(document).toMatchObject({
    paths: {
      '/api/v1/titles/{id}': { patch: { security: [{ bearer: [] }, { session: [] }] } },
    },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'sid' },
      },
    },
  });
  expect(JSON.stringify((document.paths as Record<string, unknown>)['/api/v1/titles'])).not.toContain(
    'security',
  );
});
