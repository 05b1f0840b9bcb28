import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { startGuard } from './guard.ts';
import { alive } from './testing/process-table.ts';

const groups: number[] = [];

afterEach(() => {
  for (const pid of alive(groups.splice(0))) process.kill(-pid, 'SIGKILL');
});

/** A process that does not end when asked, as the leader of its group. */
async function stubborn(): Promise<number> {
  const stays = "trap '' TERM INT; while :; do sleep 60; done";
  const child = spawn('/bin/sh', ['-c', stays], { detached: true, stdio: 'ignore' });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  groups.push(pid);
  return pid;
}

const ends = (pid: number) => vi.waitFor(() => expect(alive([pid])).toEqual([]), { timeout: 5_000 });

test('when the starter is killed, what may drain ends at the bound and what may not at once', async () => {
  const pids = [await stubborn(), await stubborn(), await stubborn()] as const;
  const [drains, goes, released] = pids;
  const script = fileURLToPath(new URL('./testing/guarded.ts', import.meta.url));
  const starter = spawn(process.execPath, [script, '1', ...pids.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(starter.stdout, 'data');
  starter.kill('SIGKILL');
  await ends(goes);
  expect(alive([drains])).toEqual([drains]);
  await ends(drains);
  expect(alive([released])).toEqual([released]);
});

test('a guard that is closed touches nothing', async () => {
  const pid = await stubborn();
  const guard = startGuard();
  guard.watch(pid, 'ends at once');
  await guard.close();
  expect(alive([pid])).toEqual([pid]);
});
