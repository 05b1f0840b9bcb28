import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, onTestFailed, test, vi } from 'vitest';
import { EXIT_CODE } from './index.ts';

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(script: string, ...args: string[]) {
  const path = fileURLToPath(new URL(`./testing/${script}.ts`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const said = (text: string) => vi.waitFor(() => expect(output.stdout).toContain(text), { timeout: 5_000 });
  return { child, output, closed, said };
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s closes everything, newest first, and exits with 0',
  async (signal) => {
    const service = start('service');
    await service.said('ready');
    service.child.kill(signal);
    expect(await service.closed).toEqual([EXIT_CODE.ok, null]);
    expect(service.output.stdout).toBe('ready\nclosed last\nclosed first\n');
  },
);

test('signals that arrive twice are one stop', async () => {
  const service = start('service');
  await service.said('ready');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGINT', 'SIGTERM'] as const) service.child.kill(signal);
  expect(await service.closed).toEqual([EXIT_CODE.ok, null]);
  expect(service.output.stdout).toBe('ready\nclosed last\nclosed first\n');
});

test('a stop that does not finish is ended at its bound and says so', async () => {
  const service = start('service', 'stuck');
  await service.said('ready');
  service.child.kill('SIGTERM');
  expect(await service.closed).toEqual([EXIT_CODE.unclean, null]);
  expect(service.output.stderr).toContain('did not drain within 300 ms');
});

test('a thing that fails to close does not keep the others open, and the exit code tells', async () => {
  const service = start('service', 'failing');
  await service.said('ready');
  service.child.kill('SIGTERM');
  expect(await service.closed).toEqual([EXIT_CODE.unclean, null]);
  expect(service.output.stdout).toContain('closed first');
  expect(service.output.stderr).toContain('Closing the broken thing failed: broken');
});

test('wrong settings end the start with 78 and name the variable', async () => {
  const service = start('service', 'misconfigured');
  expect(await service.closed).toEqual([EXIT_CODE.configuration, null]);
  expect(service.output.stderr).toContain('SERVICE_PORT');
});

test('a start that fails half way closes what it opened and exits with the code of its kind', async () => {
  const service = start('service', 'half-started');
  expect(await service.closed).toEqual([EXIT_CODE.unavailable, null]);
  expect(service.output.stdout).toBe('closed first\n');
  expect(service.output.stderr).toContain('did not start: the port is taken');
});

test('a service whose parent is killed ends itself, also when what it does at its exit waits for a reader', async () => {
  const parent = start('parent');
  await parent.said('\n');
  const pid = Number(parent.output.stdout.trim());
  onTestFailed(() => void process.kill(pid, 'SIGKILL'));
  expect(process.kill(pid, 0)).toBe(true);
  parent.child.kill('SIGKILL');
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 5_000 });
});
