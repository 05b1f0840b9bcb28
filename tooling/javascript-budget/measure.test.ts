import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from '@seaworthy/platform/testing';
import { expect, onTestFinished, test } from 'vitest';
import { measureJavaScript, overBudget } from './measure.ts';

test('a page loads the scripts of the framework, of its layout and its own, each once', async () => {
  const site = await temporaryFolder('budget');
  onTestFinished(() => rm(site, { recursive: true }));
  const page = path.join(site, '.next/server/app/[lang]/anime');
  await mkdir(page, { recursive: true });
  await mkdir(path.join(site, '.next/static'), { recursive: true });
  const write = (file: string, text: string) => writeFile(path.join(site, '.next', file), text);
  await write('build-manifest.json', JSON.stringify({ rootMainFiles: ['static/main.js'] }));
  const manifest = (files: object) =>
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};globalThis.__RSC_MANIFEST["/[lang]/anime/page"] = ${JSON.stringify({ entryJSFiles: files })}`;
  await write(
    'server/app/[lang]/anime/page_client-reference-manifest.js',
    manifest({ layout: ['static/frame.js'], page: ['static/frame.js', 'static/own.js'] }),
  );
  for (const [index, name] of ['main', 'frame', 'own'].entries()) {
    await write(`static/${name}.js`, Array.from({ length: 100 }, (_, at) => at * (index + 7)).join());
  }
  const all = await measureJavaScript(site);
  expect(Object.keys(all)).toEqual(['/[lang]/anime']);
  const before = all['/[lang]/anime'] ?? 0;
  await write('static/own.js', `${Array.from({ length: 500 }, (_, at) => (at * 7919) % 1009).join()}`);
  expect((await measureJavaScript(site))['/[lang]/anime']).toBeGreaterThan(before + 500);
});

test('growth above the tolerance, a page without a budget and a budget without a page are reported', () => {
  const budget = { '/a': 100_000, '/b': 100_000, '/gone': 1 };
  expect(overBudget({ '/a': 103_000, '/b': 103_100, '/new': 5 }, budget)).toEqual([
    '/b loads 103.1 kB, its budget is 100.0 kB',
    '/new has no budget; it loads 0.0 kB',
    '/gone has a budget and is no more',
  ]);
});
