import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newRingKey, parseKeyRing } from '../identity/index.ts';
import { type Db, inTransaction, openDatabase } from '../postgres/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { defineAction, openTrail, verifyTrail } from './index.ts';
import { sealOnce, trailDatabase } from './testing/trail-database.ts';

const touch = defineAction({ name: 'thing.touch', target: 'thing' });
const trail = openTrail({ actor: { kind: 'system', name: 'parser' } });
const signer = parseKeyRing(newRingKey('one'));

let database: TestDatabase<unknown>;
beforeEach(async () => {
  database = await trailDatabase();
});
afterEach(() => database.close());

const write = (db: Db<unknown>, ...targets: string[]) =>
  inTransaction(db, (tx) => trail.record(tx, ...targets.map((target) => ({ action: touch, target }))));

/** As somebody who owns the database, and knows what he does. */
async function asOwner(text: string): Promise<void> {
  const owner = openDatabase<unknown>({ url: database.ownerUrl, applicationName: 'test-owner' });
  try {
    for (const table of ['entries', 'seals', 'checkpoints']) {
      await sql.raw(`alter table audit.${table} disable trigger refuse_change`).execute(owner.db);
    }
    for (const statement of text.split(';')) await sql.raw(statement).execute(owner.db);
  } finally {
    await owner.close();
  }
}

test('entries are sealed in one chain without gaps, in whatever order their transactions end and however many seal', async () => {
  const { db } = database;
  let commitFirst = () => {};
  const mayCommit = new Promise<void>((resolve) => {
    commitFirst = resolve;
  });
  // Has the lowest id, and is committed last.
  const slow = inTransaction(db, async (tx) => {
    await trail.record(tx, { action: touch, target: 'slow' });
    await mayCommit;
  });
  const others = openDatabase<unknown>({ url: database.url, applicationName: 'others', poolMax: 3 });
  for (let round = 0; round < 5; round += 1) {
    await write(others.db, ...Array.from({ length: 150 }, (_, index) => `${round}-${index}`));
    await Promise.all([
      sealOnce(others.db, signer),
      write(others.db, `beside-${round}`),
      sealOnce(others.db, signer),
    ]);
  }
  expect((await verifyTrail(others.db, { signer })).broken).toBeUndefined();
  commitFirst();
  await slow;
  await sealOnce(others.db, signer);
  const result = await verifyTrail(others.db, { signer });
  expect(result).toMatchObject({
    sealedCount: 756,
    unsealedCount: 0,
    signedUpTo: 756,
    head: { position: 756 },
  });
  expect(result.broken).toBeUndefined();
  const { rows } = await sql<{ position: number }>`
    select s.position from audit.seals s join audit.entries e on e.id = s.entry_id where e.target = 'slow'`.execute(
    db,
  );
  expect(rows).toEqual([{ position: 756 }]);
  await others.close();
});

test.each([
  ['a changed entry', "update audit.entries set reason = 'x' where target = 'c'", 3, /not what was sealed/],
  [
    'a changed time',
    "update audit.entries set at = at + interval '1 ms' where target = 'c'",
    3,
    /not what was sealed/,
  ],
  ['a removed link', 'delete from audit.seals where position = 3', 3, /a link is missing/],
  [
    'a removed entry',
    "alter table audit.seals drop constraint seals_entry_id_fkey; alter table audit.unsealed drop constraint unsealed_entry_id_fkey; delete from audit.entries where target = 'c'",
    3,
    /the entry is gone/,
  ],
  [
    'an entry that never waited for its place',
    "alter table audit.entries disable trigger await_seal; insert into audit.entries (actor_kind, action, outcome, target_kind, changes) values ('operator', 'thing.touch', 'done', 'thing', '{}')",
    undefined,
    /no place in the chain/,
  ],
  ['a forged signature', "update audit.checkpoints set signature = 'forged'", 5, /signature is not ours/],
  ['a signature that is gone', 'delete from audit.checkpoints', 1, /nothing is signed/],
])(
  '%s is found, and the first place that does not hold is named',
  async (_name, statements, position, what) => {
    await write(database.db, 'a', 'b', 'c', 'd', 'e');
    await sealOnce(database.db, signer);
    expect((await verifyTrail(database.db, { signer })).broken).toBeUndefined();
    await asOwner(statements);
    const { broken } = await verifyTrail(database.db, { signer });
    expect(broken?.position).toBe(position);
    expect(broken?.what).toMatch(what);
  },
);

test('a chain whose end was cut off, or that was written anew, does not lead to a head that was noted before', async () => {
  await write(database.db, 'a', 'b', 'c');
  await sealOnce(database.db, signer);
  const { head: known } = await verifyTrail(database.db, { signer });
  if (!known) throw new Error('nothing was sealed');
  await asOwner(
    "delete from audit.checkpoints; delete from audit.seals; delete from audit.entries where target <> 'a'; insert into audit.unsealed select id from audit.entries",
  );
  await sealOnce(database.db, signer);
  expect((await verifyTrail(database.db, { signer })).broken).toBeUndefined();
  expect((await verifyTrail(database.db, { signer, known })).broken?.what).toMatch(/its end was cut off/);
  await write(database.db, 'x', 'y');
  await sealOnce(database.db, signer);
  expect((await verifyTrail(database.db, { signer, known })).broken?.what).toMatch(/had another hash/);
});

test('a chain goes on under a new key, and is whole for whoever has both or only the new one', async () => {
  await write(database.db, 'a');
  await sealOnce(database.db, signer);
  const next = parseKeyRing(newRingKey('two'));
  await write(database.db, 'b');
  await sealOnce(database.db, next);
  expect(await verifyTrail(database.db, { signer: next })).toMatchObject({ signedUpTo: 2 });
  expect((await verifyTrail(database.db, { signer })).broken).toMatchObject({ position: 2 });
  expect(await verifyTrail(database.db)).toMatchObject({ sealedCount: 2, signedUpTo: 0 });
});
