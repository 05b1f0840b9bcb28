import { invalidate } from '@seaworthy/platform/cache';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editTitle } from '../features/titles/edit-title.ts';
import { type ApiProcess, startApiProcesses, until } from '../testing/api-processes.ts';
import { emptyCatalogue, importRecords, record } from '../testing/catalogue.ts';

const PROCESS_COUNT = 5;
/** The promise: a second after the commit nobody is told the old state. */
const STALE_MAX_MS = 1_000;
const PERSON = { kind: 'person', accountId: 'test' } as const;

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let processes: ApiProcess[] = [];
let origins: string[] = [];

beforeAll(async () => {
  catalogue = await emptyCatalogue();
  await importRecords(catalogue.db, [record(1, { fields: { main_title: 'Old Name' } }), record(2)]);
  processes = await startApiProcesses(PROCESS_COUNT, catalogue.url);
  origins = processes.map(({ origin }) => origin);
}, 60_000);

afterAll(async () => {
  await Promise.all(processes.map((one) => one.end('SIGTERM')));
  await catalogue.close();
});

test(`an edit is seen by all of ${PROCESS_COUNT} processes within ${STALE_MAX_MS} ms of its commit, in lists, search and the title`, async () => {
  for (let round = 1; round <= 5; round += 1) {
    const name = `New Name ${round}`;
    // All of them have the present state ready.
    for (const page of await Promise.all(origins.map(read))) expect(page).not.toContain(name);
    await editTitle(catalogue, PERSON, { id: 1, version: round, fields: { main_title: name } });
    const committedMs = performance.now();
    await until(
      async () => (await Promise.all(origins.map(read))).every((page) => page.includes(name)),
      5_000,
    );
    expect(performance.now() - committedMs).toBeLessThan(STALE_MAX_MS);
    for (const page of await Promise.all(origins.map(read))) expect(page).toContain(name);
  }
});

test('a title deleted in bulk is a ghost nowhere after that second', async () => {
  await Promise.all(origins.map(read));
  await catalogue.db.transaction().execute(async (tx) => {
    await sql`update titles set deleted_at = now()`.execute(tx);
    await invalidate(tx, ['catalogue']);
  });
  const committedMs = performance.now();
  await until(
    async () => (await Promise.all(origins.map(read))).every((page) => !page.includes('Name')),
    5_000,
  );
  expect(performance.now() - committedMs).toBeLessThan(STALE_MAX_MS);
});

test('what a process says that it has heard is in everything it tells, from its own memory too: pages are kept by that', async () => {
  await sql`update titles set deleted_at = null`.execute(catalogue.db);
  const common = Array.from({ length: 10 }, (_, at) => record(20 + at, { genres: ['common'] }));
  const pair = ['First Harbour', 'Second Coast'].map((main_title, at) =>
    record(10 + at, { fields: { main_title }, genres: ['rare'] }),
  );
  await importRecords(catalogue.db, [...common, ...pair], 'another-source');
  const [origin = ''] = origins;
  const { rows } = await sql<{ id: number; version: number }>`
    select id, version from titles where slug = 'second-coast'`.execute(catalogue.db);
  const { id = 0 } = rows[0] ?? {};
  let { version = 0 } = rows[0] ?? {};
  for (const name of ['Tide Alpha', 'Tide Beta', 'Tide Gamma']) {
    await Promise.all(toldOf(origin));
    const before = await heardBy(origin);
    const edited = editTitle(catalogue, PERSON, { id, version, fields: { main_title: name } });
    while ((await heardBy(origin)) === before);
    // In the moment in which it has heard, whatever it keeps in memory of the old state must not be told any more.
    for (const told of await Promise.all(toldOf(origin))) expect(told).toContain(name);
    version = (await edited).version;
  }
});

/** The names by which search, suggestions, similar titles and the page of a title tell of the edited one. */
function toldOf(origin: string): Promise<string>[] {
  return [
    'search/anime?q=tide',
    'search/suggestions?q=tide',
    'anime/first-harbour/similar',
    'anime/second-coast',
  ].map(async (path) => (await fetch(`${origin}/api/v1/${path}`)).text());
}

async function heardBy(origin: string): Promise<number> {
  const said = (await (await fetch(`${origin}/internal/freshness`)).json()) as { version: number };
  return said.version;
}

/** What one process tells of the catalogue, everywhere it does. */
async function read(origin: string): Promise<string> {
  const paths = ['/api/v1/anime', '/api/v1/search/anime?q=name', '/api/v1/anime/old-name'];
  const bodies = await Promise.all(paths.map(async (path) => (await fetch(origin + path)).text()));
  const names = bodies.map((body) => /(Old Name|New Name \d)/.exec(body)?.[0] ?? 'nothing');
  // One text for all three: the new name counts only when none of them tells the old one.
  return new Set(names).size === 1 ? `${names[0]}` : `mixed: ${names.map((name) => name.slice(0, 3)).join()}`;
}
