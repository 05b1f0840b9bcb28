import { expect, test } from 'vitest';
import { settle } from './outcome.ts';

/** What the generated client gives for an answer of the API. */
async function answered(status: number, error: object, headers: Readonly<Record<string, string>> = {}) {
  const outcome = await settle<unknown>(
    Promise.resolve({ error: { error }, response: new Response(null, { status, headers }) }),
  );
  if (outcome.ok) throw new Error('It was expected not to work.');
  return outcome.trouble;
}

test('of several problems with a field the first is told, by its reason; one without is only known to be wrong', async () => {
  const details = [
    { path: 'password', message: 'must have at least 12 characters', reason: 'too_short' },
    { path: 'password', message: 'is common', reason: 'common' },
    { path: 'displayName', message: 'must not be empty' },
  ];
  expect(await answered(400, { details })).toEqual({
    kind: 'invalid',
    fields: { password: 'too_short', displayName: 'invalid' },
  });
});

test.each([
  ['30', 30],
  ['0.2', 1],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 10],
])('who is sent away with Retry-After %s is told to wait %d s', async (header, seconds) => {
  const before = performance.now();
  const { kind, retryAtMs = 0 } = await answered(429, {}, { 'retry-after': header });
  expect(kind).toBe('limited');
  expect(Math.round((retryAtMs - before) / 1_000)).toBe(seconds);
});

test('a suspension comes with its reason, a mistake of ours with its number, and no answer as being offline', async () => {
  expect(await answered(403, { details: { suspensionReason: 'Threats.' } })).toMatchObject({
    kind: 'forbidden',
    suspensionReason: 'Threats.',
  });
  expect(await answered(500, { requestId: 'r-1' })).toMatchObject({ kind: 'broken', requestId: 'r-1' });
  expect(await settle(Promise.resolve({ error: new TypeError('fetch failed') }))).toEqual({
    ok: false,
    trouble: { kind: 'offline', fields: {} },
  });
  const answer = { data: { id: 1 }, response: new Response() };
  expect(await settle(Promise.resolve(answer))).toEqual({ ok: true, data: { id: 1 } });
});
