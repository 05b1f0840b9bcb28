import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type DemoTitle, demoTitle } from './demo-title.ts';

const DATA = new URL('./data/', import.meta.url);

/** All titles of the demo catalogue, checked against their schema. */
export async function readDemoTitles(): Promise<DemoTitle[]> {
  const files = (await readdir(DATA)).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, DATA), 'utf8')));
  return texts.flatMap((text) => z.array(demoTitle).parse(JSON.parse(text)));
}
