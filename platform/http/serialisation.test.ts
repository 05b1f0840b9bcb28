import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { testServer } from './test-server.ts';

const shape = z.object({ kind: z.literal('circle'), radius: z.number() });
const contract = z.object({
  owner: z.object({ name: z.string() }).nullable(),
  list: z.array(z.int()).nullable(),
  season: z.enum(['spring', 'fall']).nullable(),
  score: z.number().nullable(),
  shape: z.discriminatedUnion('kind', [shape, z.object({ kind: z.literal('square'), side: z.number() })]),
  names: z.record(z.string(), z.string()),
  note: z.string().optional(),
  pair: z.tuple([z.string(), z.int()]),
  anything: z.unknown(),
});
type Answer = z.output<typeof contract>;

async function answered(answer: Answer) {
  const route = defineRoute({
    method: 'GET',
    path: '/x',
    operationId: 'x',
    summary: 'For the test.',
    tags: ['t'],
    access: 'public',
    response: contract,
    handle: async () => answer,
  });
  const { app } = await testServer([route]);
  return app.inject('/x');
}

const full: Answer = {
  owner: { name: 'Ωmega "quoted" \u2028' },
  list: [1, 2],
  season: 'fall',
  score: 8.25,
  shape: { kind: 'square', side: 2 },
  names: { 'ja-Latn': 'Kitsune', ru: 'Лиса' },
  note: 'a',
  pair: ['a', 1],
  anything: { deep: [null, { x: 1 }] },
};
const { note: _note, ...withoutNote } = full;
const empty: Answer = {
  ...withoutNote,
  owner: null,
  list: null,
  season: null,
  score: null,
  names: {},
  anything: null,
};

test.each([
  ['with every field', full],
  ['with nulls and left out fields', empty],
  ['with the other kind of a union', { ...full, shape: { kind: 'circle', radius: 1.5 } } as Answer],
])('an answer %s leaves as it was given', async (_what, answer) => {
  const sent = await answered(answer);
  expect(sent.statusCode).toBe(200);
  expect(sent.json()).toEqual(answer);
});

test('an answer that breaks its contract is our mistake and is not sent', async () => {
  const broken = { ...full, score: Number.NaN, owner: {} } as unknown as Answer;
  const sent = await answered(broken);
  expect(sent.statusCode).toBe(500);
  expect(sent.json()).toMatchObject({ error: { code: 'internal' } });
});
