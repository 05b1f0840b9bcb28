import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { BlockWriter } from './block-writer.ts';

const LOGGER = new URL('./logger.ts', import.meta.url).href;

/** A process that logs, does `then`, and is read only if asked. */
function start(then: string) {
  const script = `import { createLogger } from '${LOGGER}';
    const logger = createLogger({ service: 'x' });
    logger.info('last words');
    ${then}`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

test.each([
  ['its end', '', 0],
  ['process.exit', 'process.exit(3);', 3],
  ['an uncaught error', "throw new Error('uncaught');", 1],
])('no line is lost when a process stops by %s', async (_how, then, code) => {
  const child = start(then);
  const [text, [exitCode]] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    once(child, 'exit'),
  ]);
  expect(text.join('')).toMatch(/^\{.*"msg":"last words"\}\n$/);
  expect(exitCode).toBe(code);
});

test('a process whose reader is gone goes on and exits as it wants to', async () => {
  const child = start("process.stdin.once('data', () => { logger.info('unheard'); process.exit(3); });");
  child.stdout.destroy();
  child.stdin.write('now\n');
  expect(await once(child, 'exit')).toEqual([3, null]);
});

test('lines come in blocks, and at the latest after a tenth of a second', async () => {
  const writes: number[] = [];
  const writer = new BlockWriter((bytes) => writes.push(bytes.length) && bytes.length);
  for (let line = 0; line < 1000; line += 1) writer.write(`${'x'.repeat(99)}\n`);
  expect(writes.length).toBeLessThan(20);
  await vi.waitUntil(() => writes.reduce((sum, length) => sum + length, 0) === 100_000);
});

test('a reader that takes little or nothing for now gets the rest later, whole lines at worst lost from the front', async () => {
  let taken = '';
  let room = 10;
  const writer = new BlockWriter((bytes) => {
    if (room === 0) throw Object.assign(new Error('full'), { code: 'EAGAIN' });
    const part = bytes.subarray(0, Math.min(room, 4));
    room -= part.length;
    taken += part;
    return part.length;
  });
  writer.write('first\nsecond\n');
  writer.flush();
  expect(taken).toBe('first\nseco');
  room = 100;
  await vi.waitUntil(() => taken === 'first\nsecond\n');

  room = 0;
  for (let line = 0; line < 30_000; line += 1) writer.write(`${'y'.repeat(98)}${line % 10}\n`);
  taken = '';
  room = 10_000_000;
  writer.flush();
  expect(taken.length).toBeLessThanOrEqual(1_048_576 + 8192 + 99);
  expect(taken.length).toBeGreaterThan(1_000_000);
  expect(taken.split('\n').every((line) => line === '' || line.length === 99)).toBe(true);
});
