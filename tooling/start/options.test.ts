import { expect, test } from 'vitest';
import { StartFailure } from './failure.ts';
import type { Product } from './manifest.ts';
import { processCounts, readOptions } from './options.ts';
import { manifest } from './testing/fixture/products/harbour/product.ts';

const products: readonly Product[] = [
  { ...manifest, name: 'harbour' },
  { ...manifest, name: 'pier' },
];
const names = (argv: readonly string[]) =>
  readOptions(argv, products).products.map((product) => product.name);

test('without a name every product is started, with names those', () => {
  expect(names([])).toEqual(['harbour', 'pier']);
  expect(names(['pier'])).toEqual(['pier']);
});

test('one API process is started unless more are asked for', () => {
  expect(readOptions([], products).processes).toBe(1);
  expect(readOptions(['--processes', '16'], products).processes).toBe(16);
});

test('one worker is started unless more are asked for, and none of a product that has none', () => {
  const [withWorkers] = products;
  if (withWorkers === undefined) throw new Error('no product');
  const { worker: _, ...without } = withWorkers;
  expect(processCounts(withWorkers, readOptions([], products)).workers).toBe(1);
  expect(processCounts(withWorkers, readOptions(['--workers', '4'], products)).workers).toBe(4);
  expect(processCounts(without, readOptions(['--workers', '4'], products)).workers).toBe(0);
});

test.each([
  [['nosuch'], 'There is no product "nosuch". The products are:'],
  [['--processes', '0'], '--processes takes a whole number from 1 to 16, not "0".'],
  [['--processes', '17'], '--processes takes a whole number from 1 to 16, not "17".'],
  [['--workers', 'two'], '--workers takes a whole number from 1 to 16, not "two".'],
  [['--fast'], "Unknown option '--fast'. npm start -- --help shows what there is."],
])('%j is refused with exit code 2 and a sentence', (argv, sentence) => {
  const refused = expect.objectContaining({ exitCode: 2, message: expect.stringContaining(sentence) });
  expect(() => readOptions(argv, products)).toThrow(refused);
  expect(() => readOptions(argv, products)).toThrow(StartFailure);
});
