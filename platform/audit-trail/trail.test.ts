import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../postgres/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { defineAction, listEntries, openTrail, walkEntries } from './index.ts';
import { trailDatabase } from './testing/trail-database.ts';

const rename = defineAction({ name: 'thing.rename', target: 'thing', secretFields: ['pin'] });
const remove = defineAction({ name: 'thing.remove', target: 'thing' });
const BY = { kind: 'account', accountId: 'a-1' } as const;
const ORIGIN = { requestId: 'r-1', address: '192.0.2.7', userAgent: 'Browser/1' };

let database: TestDatabase<unknown>;
beforeAll(async () => {
  database = await trailDatabase();
});
afterAll(() => database.close());

const entries = async (filter = {}) => (await listEntries(database.db, { limit: 100, ...filter })).items;

test('an entry says who did what to what, why, from where, and only the fields that differ', async () => {
  const trail = openTrail({ actor: BY, origin: ORIGIN, actions: [rename] });
  await inTransaction(database.db, (tx) =>
    trail.record(tx, {
      action: rename,
      target: '7',
      before: { name: 'Old', year: 2001, tags: ['x'] },
      after: { name: 'New', year: 2001, tags: ['x', 'y'] },
      reason: 'It was misspelt.',
    }),
  );
  expect(await entries({ target: '7' })).toMatchObject([
    {
      actor_kind: 'account',
      actor: 'a-1',
      action: 'thing.rename',
      outcome: 'done',
      target_kind: 'thing',
      changes: { name: { before: 'Old', after: 'New' }, tags: { before: ['x'], after: ['x', 'y'] } },
      reason: 'It was misspelt.',
      request_id: 'r-1',
      address: '192.0.2.7',
      user_agent: 'Browser/1',
    },
  ]);
});

test('a change and its entry are committed together or not at all; a change outside of a transaction is refused', async () => {
  const trail = openTrail({ actor: { kind: 'operator' } });
  const change = inTransaction(database.db, async (tx) => {
    await trail.record(tx, { action: rename, target: 'lost' });
    throw new Error('the change failed');
  });
  await expect(change).rejects.toThrow('the change failed');
  expect(await entries({ target: 'lost' })).toEqual([]);
  await expect(trail.record(database.db, { action: rename, target: 'lost' })).rejects.toThrow(
    /in the transaction/,
  );
  await trail.record(database.db, { action: rename, target: 'denied', outcome: 'refused' });
  expect(await entries({ target: 'denied' })).toMatchObject([{ actor_kind: 'operator', outcome: 'refused' }]);
});

test('what changed nothing leaves no entry, and many objects leave one each', async () => {
  const trail = openTrail({ actor: { kind: 'system', name: 'parser' } });
  await inTransaction(database.db, async (tx) => {
    await trail.record(tx, { action: rename, target: 'same', before: { name: 'A' }, after: { name: 'A' } });
    const bulk = Array.from({ length: 300 }, (_, index) => ({ action: remove, target: `bulk-${index}` }));
    await trail.record(tx, ...bulk);
  });
  expect(trail.isUsed).toBe(true);
  expect(await entries({ target: 'same' })).toEqual([]);
  const walked: string[] = [];
  for await (const page of walkEntries(database.db, { actor: 'parser' })) {
    walked.push(...page.map((entry) => entry.target ?? ''));
  }
  expect(walked.reverse()).toEqual(Array.from({ length: 300 }, (_, index) => `bulk-${index}`));
});

test('an action that was not declared is not taken', async () => {
  const trail = openTrail({ actor: BY, actions: [rename] });
  const change = inTransaction(database.db, (tx) => trail.record(tx, { action: remove, target: '1' }));
  await expect(change).rejects.toThrow(/thing.remove was not declared/);
});

test('values of secret fields are never stored, marked ones and such as are called like secrets', async () => {
  const canary = 'canary-5f21';
  const names = ['pin', 'password', 'refreshToken', 'recovery_codes', 'clientSecret', 'verifier'];
  const fields = Object.fromEntries(names.map((name) => [name, canary]));
  const trail = openTrail({ actor: BY, origin: ORIGIN });
  await inTransaction(database.db, (tx) =>
    trail.record(tx, { action: rename, target: 'secret', after: fields }),
  );
  const [entry] = await entries({ target: 'secret' });
  expect(entry?.changes).toEqual(Object.fromEntries(names.map((name) => [name, { secret: true }])));
  const { rows } = await sql<{ hits: number }>`
    select count(*) as hits from audit.entries e where e::text like ${`%${canary}%`}`.execute(database.db);
  expect(rows).toEqual([{ hits: 0 }]);
});

test('text that the database cannot take is made into such as it can', async () => {
  const trail = openTrail({ actor: BY, origin: { ...ORIGIN, userAgent: 'x'.repeat(5_000) } });
  const after = { name: `a\0b\ud800${'c'.repeat(9_000)}` };
  await inTransaction(database.db, (tx) =>
    trail.record(tx, { action: rename, target: 'odd', after, reason: '\0\udfff' }),
  );
  const [entry] = await entries({ target: 'odd' });
  expect(entry?.user_agent).toHaveLength(300);
  expect(JSON.stringify(entry?.changes)).toMatch(/"ab\ufffdc+…"/);
});

test('the application role adds to the trail and can do nothing else to it', async () => {
  const refused = [
    sql`update audit.entries set reason = 'nothing happened'`,
    sql`delete from audit.entries`,
    sql`truncate audit.entries cascade`,
    sql`insert into audit.seals values (1, 1, ${Buffer.alloc(32)})`,
    sql`delete from audit.unsealed`,
    sql`insert into audit.checkpoints values (1, 'x', 'x')`,
    sql`alter table audit.entries disable trigger all`,
  ];
  for (const attempt of refused) {
    await expect(attempt.execute(database.db)).rejects.toMatchObject({ code: '42501' });
  }
});

test('pages of the list follow each other without a gap or a double, also while entries are added', async () => {
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listEntries(database.db, { limit: 97, cursor, action: 'thing.' });
    seen.push(...page.items.map((entry) => entry.id));
    cursor = page.nextCursor ?? undefined;
    await inTransaction(database.db, (tx) =>
      openTrail({ actor: BY }).record(tx, { action: remove, target: 'late' }),
    );
  } while (cursor !== undefined);
  expect(seen).toEqual([...new Set(seen)].sort((one, other) => other - one));
  expect(seen.length).toBeGreaterThan(300);
});
