import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type Listener, type ListenOptions, listen } from './index.ts';

let database: TestDatabase<unknown>;

beforeAll(async () => {
  database = await testDatabase({ sources: [] });
});

afterAll(async () => {
  await database.close();
});

interface Heard {
  readonly events: string[];
  readonly listener: Listener;
}

async function hear(channel: string, options: Partial<ListenOptions> = {}): Promise<Heard> {
  const events: string[] = [];
  const listener = await listen({
    url: database.url,
    channel,
    applicationName: `listen-${channel}`,
    onNotification: (payload) => events.push(payload),
    onLost: () => events.push('lost'),
    onReady: () => events.push('ready'),
    ...options,
  });
  return { events, listener };
}

async function notify(channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(database.db);
}

async function terminateListener(channel: string): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${`listen-${channel}`}`.execute(
    database.db,
  );
}

/** Stops the server's side of a listening connection for as long as `meanwhile` runs. */
async function whileFrozen(channel: string, meanwhile: () => Promise<void>): Promise<void> {
  const found = await sql<{ pid: number }>`
    select pid from pg_stat_activity where application_name = ${`listen-${channel}`}`.execute(database.db);
  const pid = found.rows[0]?.pid ?? 0;
  process.kill(pid, 'SIGSTOP');
  try {
    await meanwhile();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

test('a process that has closed its listener can end, also when the server is frozen', async () => {
  const program = `
    import { listen } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))};
    const nothing = () => {};
    const listener = await listen({
      url: process.argv[1], channel: 'goodbye', applicationName: 'listen-goodbye', heartbeatMs: 60_000,
      onNotification: nothing, onLost: nothing, onReady: () => process.stdout.write('ready'),
    });
    process.stdin.once('end', () => listener.close()).resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, database.url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await whileFrozen('goodbye', async () => {
    child.stdin.end();
    await vi.waitFor(() => expect(child.exitCode).toBe(0), { timeout: 5_000 });
  });
});

test('a notification arrives once its transaction is committed, and not before', async () => {
  const { events, listener } = await hear('commit');
  await database.db.transaction().execute(async (tx) => {
    await sql`select pg_notify('commit', 'inside')`.execute(tx);
    await notify('commit', 'outside');
  });
  await vi.waitFor(() => expect(events).toEqual(['ready', 'outside', 'inside']));
  await listener.close();
});

test('a terminated connection is told at once, made again, and hears again', async () => {
  const { events, listener } = await hear('terminated', { heartbeatMs: 5_000 });
  await terminateListener('terminated');
  await vi.waitFor(() => expect(events).toEqual(['ready', 'lost', 'ready']), { timeout: 3_000 });
  await notify('terminated', 'again');
  await vi.waitFor(() => expect(events.at(-1)).toBe('again'));
  await listener.close();
});

test('an answered heartbeat proves that everything committed before it was sent has arrived', async () => {
  const { events, listener } = await hear('proof', { heartbeatMs: 5, answerWithinMs: 10_000 });
  for (let round = 0; round < 100; round += 1) {
    await notify('proof', String(round));
    const committedAtMs = performance.now();
    while (listener.provenUntilMs() <= committedAtMs) await new Promise((resolve) => setImmediate(resolve));
    expect(events.at(-1)).toBe(String(round));
  }
  await listener.close();
});

test('while the connection is lost nothing counts as proven', async () => {
  let provenWhenLostMs = 0;
  const { events, listener } = await hear('unproven', {
    onLost: () => {
      provenWhenLostMs = listener.provenUntilMs();
    },
  });
  expect(listener.provenUntilMs()).toBeGreaterThan(0);
  await terminateListener('unproven');
  await vi.waitFor(() => expect(events.filter((event) => event === 'ready')).toHaveLength(2), {
    timeout: 3_000,
  });
  expect(provenWhenLostMs).toBe(Number.NEGATIVE_INFINITY);
  await listener.close();
});

test('a frozen connection counts as lost although it looks open', async () => {
  const { events, listener } = await hear('frozen', { heartbeatMs: 50, answerWithinMs: 400 });
  await whileFrozen('frozen', async () => {
    await vi.waitFor(() => expect(events).toEqual(['ready', 'lost', 'ready']), { timeout: 3_000 });
  });
  await listener.close();
});

test('a listener that finds no server goes on trying until it is closed', async () => {
  const { events, listener } = await hear('nobody', { url: 'postgres://nobody:x@127.0.0.1:1/none' });
  expect(events).toEqual([]);
  await listener.close();
  expect(events).toEqual([]);
});

test('a closed listener has left the server', async () => {
  const { listener } = await hear('left');
  await listener.close();
  await vi.waitFor(async () => {
    const found = await sql`select from pg_stat_activity where application_name = 'listen-left'`.execute(
      database.db,
    );
    expect(found.rows).toEqual([]);
  });
});
