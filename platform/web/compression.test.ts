import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressor } from './compression.ts';

const body = Buffer.from(
  JSON.stringify({ items: Array.from({ length: 100 }, (_, id) => ({ id, name: 'тайтл' })) }),
);
const json = {
  'content-type': 'application/json; charset=utf-8',
  etag: '"tag"',
  'content-length': String(body.length),
};

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip;q=0.8', 'gzip', gunzipSync],
  ['br;q=0, GZIP', 'gzip', gunzipSync],
] as const)(
  'with "%s" text is sent as %s, its tag weak, its length right',
  async (accepted, encoding, undo) => {
    const answer = await compressor()(accepted, { headers: json, body });
    expect(answer.headers).toMatchObject({
      'content-encoding': encoding,
      etag: 'W/"tag"',
      vary: 'accept-encoding',
    });
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    expect(answer.body.length).toBeLessThan(body.length / 4);
    expect(undo(answer.body).equals(body)).toBe(true);
  },
);

test('a body that is asked for again is compressed once', async () => {
  const compress = compressor();
  const first = await compress('br', { headers: json, body });
  const again = await compress('br', { headers: json, body });
  expect(again.body).toBe(first.body);
  const other = await compress('br', {
    headers: { ...json, etag: '"other"' },
    body: Buffer.concat([body, body]),
  });
  expect(brotliDecompressSync(other.body)).toHaveLength(body.length * 2);
});

test.each<[string, string | undefined, Record<string, string>, Buffer]>([
  ['a small body', 'br', json, Buffer.from('{}')],
  ['a picture', 'br', { 'content-type': 'image/png' }, body],
  ['what is encoded already', 'br', { ...json, 'content-encoding': 'gzip' }, body],
  ['what must not be changed', 'br', { ...json, 'cache-control': 'public, no-transform' }, body],
])('%s goes as it is', async (_what, accepted, headers, sent) => {
  const answer = { headers, body: sent };
  expect(await compressor()(accepted, answer)).toBe(answer);
});

test('who accepts no compression gets the plain body, marked as depending on that', async () => {
  const headers = { ...json, vary: 'origin' };
  expect(await compressor()(undefined, { headers, body })).toEqual({
    headers: { ...headers, vary: 'origin, accept-encoding' },
    body,
  });
});
