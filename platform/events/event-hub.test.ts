import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Database, type Db, openDatabase } from '../postgres/index.ts';
import { createLogger, createMetrics } from '../telemetry/index.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type EventHub, openEventHub, type ViewerNews } from './event-hub.ts';
import { UNTOLD_MAX } from './feed.ts';
import { deleteOldEvents } from './queries.ts';

const SOURCES = [{ owner: 'events', folder: new URL('./migrations/', import.meta.url) }];
const HUB = 'hub-of-a-test';

let database: TestDatabase<unknown>;
/** What the hubs read with; its connections can be killed without harming the test's own. */
let pool: Database<unknown>;
const leaving: (() => void)[] = [];

beforeAll(async () => {
  database = await testDatabase<unknown>({ sources: SOURCES });
  pool = openDatabase<unknown>({ url: database.url, applicationName: HUB, poolMax: 2 });
});
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});
afterAll(async () => {
  await pool.close();
  await database.close();
});

/** A hub, as each process has one. */
const hub = (): EventHub =>
  openEventHub({
    db: pool.db,
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics({ service: 'test', processMetrics: false }),
    quietMs: 100,
  });

const say = (
  subject: string,
  body: unknown = 1,
  { to = 'account:ann', db = database.db as Db<unknown> } = {},
) => sql`select events.publish(${to}, 'said', ${subject}, ${JSON.stringify(body)}::jsonb)`.execute(db);

/** Somebody who looks; `news` grows. */
async function look(at: EventHub, lastMark?: string, audiences = ['account:ann']) {
  const gone = new AbortController();
  const leave = () => gone.abort();
  leaving.push(leave);
  const news: ViewerNews[] = [];
  const stream = await at.follow({ audiences, lastMark, signal: gone.signal });
  void (async () => {
    for await (const one of stream) news.push(one);
  })();
  await vi.waitFor(() => expect(news.length).toBeGreaterThan(0));
  return {
    news,
    leave,
    mark: () => news.at(-1)?.mark,
    told: () => news.flatMap(({ events }) => events.map(({ subject }) => subject)),
  };
}

test('what commits late is told late, in any process, once', async () => {
  const first = await look(hub());
  const late = await database.db.connection().execute(async (connection) => {
    await sql`begin`.execute(connection);
    await say('late', 1, { db: connection });
    await say('early');
    await vi.waitFor(() => expect(first.told()).toEqual(['early']));
    const mark = first.mark();
    first.leave();
    await sql`commit`.execute(connection);
    return look(hub(), mark);
  });
  await vi.waitFor(() => expect(late.told()).toEqual(['late']));
  await say('after');
  await vi.waitFor(() => expect(late.told()).toEqual(['late', 'after']));
});

test('whoever comes again at another process goes on exactly where he was, whenever it was', async () => {
  const hubs = [hub(), hub(), hub()];
  const told: string[] = [];
  let mark: string | undefined;
  const writing = (async () => {
    for (let n = 0; n < 120; n += 1) await say(`step-${n}`);
  })();
  for (let turn = 0; turn < 8; turn += 1) {
    const viewer = await look(hubs[turn % hubs.length] ?? hub(), mark);
    if (turn > 0) await vi.waitFor(() => expect(viewer.news.length).toBeGreaterThan(1));
    if (turn === 6) await writing;
    viewer.leave();
    told.push(...viewer.told());
    mark = viewer.mark();
  }
  const all = Array.from({ length: 120 }, (_, n) => `step-${n}`);
  // The first look begins somewhere in the middle.
  expect(told).toEqual(all.slice(all.indexOf(told[0] ?? '')));
});

test('a process that has heard less than the viewer who comes to it tells him nothing again', async () => {
  const behind = hub();
  const other = await look(behind, undefined, ['account:other']);
  for (let round = 0; round < 6; round += 1) {
    const ahead = await look(hub());
    await say(`tick-${round}`, 1, { to: 'account:other' });
    // It has just asked, and asks again in a quarter of a second: in about half of the rounds the other asks first.
    await vi.waitFor(() => expect(other.told()).toContain(`tick-${round}`), { interval: 2 });
    await say(`ahead-${round}`);
    await vi.waitFor(() => expect(ahead.told()).toEqual([`ahead-${round}`]), { interval: 2 });
    const again = await look(behind, ahead.mark());
    await say(`next-${round}`);
    await vi.waitFor(() => expect(again.told()).toEqual([`next-${round}`]));
    expect(again.news.some(({ hasMissed }) => hasMissed)).toBe(false);
    again.leave();
    ahead.leave();
  }
  other.leave();
});

test('a viewer hears nothing that is for somebody else', async () => {
  const viewer = await look(hub());
  await say('hers', 1, { to: 'account:eve' });
  await say('his');
  await vi.waitFor(() => expect(viewer.told()).toEqual(['his']));
  const again = await look(hub(), viewer.news[0]?.mark);
  await vi.waitFor(() => expect(again.told()).toEqual(['his']));
});

test('of what changes without pause each viewer gets the latest, at most four times a second', async () => {
  const viewer = await look(hub());
  const startedMs = performance.now();
  for (let n = 1; n <= 400; n += 1) await say('counter', n);
  const bodies = () => viewer.news.flatMap(({ events }) => events.map(({ body }) => body));
  await vi.waitFor(() => expect(bodies().at(-1)).toBe(400));
  const frames = viewer.news.filter(({ events }) => events.length > 0);
  expect(frames.length).toBeLessThanOrEqual((performance.now() - startedMs) / 250 + 1);
  for (const { events } of frames) expect(events).toHaveLength(1);
});

test('connections of the database that are killed cost nothing but time: no event, and none twice', async () => {
  const viewer = await look(hub());
  const said: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    for (const when of ['before', 'after']) {
      said.push(`${round}-${when}`);
      await say(`${round}-${when}`);
      if (when === 'after') continue;
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${HUB}`.execute(
        database.db,
      );
    }
    await vi.waitFor(() => expect(viewer.told()).toEqual(said), 5_000);
  }
});

test('more than a viewer can be told, and a mark whose news were removed or are none, have him look anew', async () => {
  const at = hub();
  const viewer = await look(at);
  const { mark } = viewer.news[0] ?? {};
  await sql`select events.publish('account:ann', 'said', 'many-' || n, '1') from generate_series(0, ${UNTOLD_MAX}::integer) n`.execute(
    database.db,
  );
  await vi.waitFor(() => expect(viewer.news.some(({ hasMissed }) => hasMissed)).toBe(true));
  expect(viewer.told()).toEqual([]);
  expect((await look(at, mark)).news[0]).toMatchObject({ hasMissed: true, events: [] });
  await sql`update events.latest set changed_at = now() - interval '3 days'`.execute(database.db);
  expect(await deleteOldEvents(database.db, 2)).toBeGreaterThan(UNTOLD_MAX);
  for (const wrong of [mark, 'nonsense', '9:1:', '5:9:7,6', '99999999:99999999:'])
    expect((await look(at, wrong)).news[0]).toMatchObject({ hasMissed: true });
  const { mark: fresh } = (await look(at)).news[0] ?? {};
  expect((await look(at, fresh)).news[0]).toMatchObject({ hasMissed: false });
});
