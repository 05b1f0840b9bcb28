import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../testing/index.ts';
import { serveStaticFiles } from './static-files.ts';

const SCRIPT = Array.from(
  { length: 500 },
  (_, index) => `const name${index} = ${(index * 7919) % 1009};\n`,
).join('');

let app: FastifyInstance;
let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder('static');
  await mkdir(path.join(folder, 'build/chunks'), { recursive: true });
  await writeFile(path.join(folder, 'build/chunks/a.js'), SCRIPT);
  await writeFile(path.join(folder, 'build/font.woff2'), Buffer.alloc(5_000));
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  app = fastify();
  await serveStaticFiles(app, { prefix: '/_next/static/', folder: path.join(folder, 'build') });
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

test('a file is sent compressed, to be kept for ever, and not at all to who has it', async () => {
  const ask = (headers: Record<string, string>) => app.inject({ url: '/_next/static/chunks/a.js', headers });
  const first = await ask({ 'accept-encoding': 'br' });
  expect(first.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'accept-encoding',
  });
  expect(brotliDecompressSync(first.rawPayload).toString()).toBe(SCRIPT);
  await vi.waitUntil(
    async () => (await ask({ 'accept-encoding': 'br' })).rawPayload.length < first.rawPayload.length,
  );
  expect(brotliDecompressSync((await ask({ 'accept-encoding': 'br' })).rawPayload).toString()).toBe(SCRIPT);
  expect((await ask({})).payload).toBe(SCRIPT);
  expect((await ask({ 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304);
});

test('what is compressed by itself goes as it is', async () => {
  const font = await app.inject({ url: '/_next/static/font.woff2', headers: { 'accept-encoding': 'br' } });
  expect([font.headers['content-encoding'], font.rawPayload.length]).toEqual([undefined, 5_000]);
});

test.each([
  'chunks',
  'chunks/b.js',
  '../secret.txt',
  '%2e%2e/secret.txt',
  '..%2fsecret.txt',
  'chunks/../../secret.txt',
])('%s is not found', async (name) => {
  const answer = await app.inject({ url: `/_next/static/${name}` });
  expect([answer.statusCode, answer.payload === 'secret']).toEqual([404, false]);
});
