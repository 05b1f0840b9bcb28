import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { createLogger, type LoggerOptions } from './logger.ts';

function capture(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { lines, logger: createLogger({ service: 'test', level: 'trace', destination, ...options }) };
}

test('a line is one JSON object with UTC time, level as a word, service, pid and message', () => {
  const { lines, logger } = capture();
  logger.warn({ rows: 3 }, 'Import finished.');
  const entry = JSON.parse(lines[0] ?? '');
  expect(entry).toMatchObject({
    level: 'warn',
    service: 'test',
    pid: process.pid,
    rows: 3,
    msg: 'Import finished.',
  });
  expect(entry.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(entry).not.toHaveProperty('hostname');
});

test('a newline in a message or a value cannot make a second line', () => {
  const { lines, logger } = capture();
  logger.info({ name: 'a\n{"level":"fatal"}' }, 'one\ntwo\r\nthree');
  expect(lines.join('').trimEnd().split('\n')).toHaveLength(1);
});

test('an error is reduced to type, message, code, stack and causes', () => {
  const { lines, logger } = capture();
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'canary-detail' });
  logger.error(
    { err: Object.assign(new TypeError('No.', { cause }), { parameters: ['canary-parameter'] }) },
    'Failed.',
  );
  const { err } = JSON.parse(lines[0] ?? '');
  expect(Object.keys(err).sort()).toEqual(['cause', 'message', 'stack', 'type']);
  expect(err).toMatchObject({
    type: 'TypeError',
    message: 'No.',
    cause: { code: '23505', message: 'duplicate key' },
  });
  expect(lines[0]).not.toContain('canary');
});

test('secrets stay out: named fields, headers of a request, instances, anything nested', () => {
  const { lines, logger } = capture();
  const request = new IncomingMessage(new Socket());
  request.headers.authorization = 'Bearer canary';
  logger.trace(
    { request, headers: { cookie: 'canary', 'x-api-key': 'canary' }, password: 'canary' },
    'Seen.',
  );
  logger.trace(
    {
      settings: { database: { connection: { url: 'postgres://kitsu:canary@localhost/kitsu' } } },
      list: [{ token: 'canary' }],
    },
    'Seen.',
  );
  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toContain('canary');
  expect(JSON.parse(lines[0] ?? '').request).toBe('[IncomingMessage]');
});

test('the terminal form is one line a call, controls escaped, the stack below', () => {
  const { lines, logger } = capture({ pretty: true });
  logger.info({ port: 4000 }, 'Listening.\u001b[2J\nfake');
  logger.error({ err: new Error('broken', { cause: new Error('deep') }) }, 'Failed.');
  expect(lines[0]).toContain('test Listening.\\u001b[2J\\u000afake port=4000');
  expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1);
  expect(lines[1]).toMatch(/Failed\.\n {4}Error: broken\n[\s\S]*caused by\n {4}Error: deep/);
});
