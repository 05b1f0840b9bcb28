import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seaworthy-lock-'));
  lock = join(folder, 'deep/install.lock');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the install lock', () => {
  it('lets one worker in at a time, however many come at once, and is gone afterwards', async () => {
    const log = join(folder, 'log');
    const script = `
      import { appendFileSync } from 'node:fs';
      import { setTimeout as sleep } from 'node:timers/promises';
      import { withLock } from ${JSON.stringify(new URL('lock.mjs', import.meta.url).href)};
      await withLock(${JSON.stringify(lock)}, () => {}, async () => {
        appendFileSync(${JSON.stringify(log)}, 'in ');
        await sleep(30);
        appendFileSync(${JSON.stringify(log)}, 'out ');
      });`;
    await appendFile(log, '');
    const workers = Array.from({ length: 5 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }),
    );
    await Promise.all(workers.map((worker) => once(worker, 'exit')));
    expect(await readFile(log, 'utf8')).toBe('in out '.repeat(5));
    await expect(readFile(lock)).rejects.toThrow('ENOENT');
  });

  it('is taken over from a holder that was killed', async () => {
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await withLock(
      lock,
      () => undefined,
      async (handTo) => {
        handTo(holder.pid ?? 0);
        await writeFile(`${lock}.copy`, await readFile(lock));
      },
    );
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const [, , pid, start] = (await readFile(`${lock}.copy`, 'utf8')).split(' ');
    await writeFile(lock, `${pid} ${start}`);
    expect(
      await withLock(
        lock,
        () => undefined,
        async () => 'mine',
      ),
    ).toBe('mine');
  });

  it('is taken over when the number of its holder was given to another process', async () => {
    await withLock(
      lock,
      () => undefined,
      async () => undefined,
    );
    await writeFile(lock, `${process.pid} 1`);
    expect(
      await withLock(
        lock,
        () => undefined,
        async () => 'mine',
      ),
    ).toBe('mine');
  });

  it('is held on for a child that goes on when its starter was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    let identity = '';
    await withLock(
      lock,
      () => undefined,
      async (handTo) => {
        handTo(child.pid ?? 0);
        identity = (await readFile(lock, 'utf8')).split(' ').slice(2).join(' ');
      },
    );
    await writeFile(lock, `999999999 1 ${identity}`);
    let entered = false;
    const waiting = new Promise<void>((waited) => {
      withLock(lock, waited, async () => {
        entered = true;
      }).catch(waited);
    });
    await waiting;
    expect(entered).toBe(false);
    child.kill('SIGKILL');
    await expect.poll(() => entered).toBe(true);
  });
});
