import { createLogger, createMetrics } from '@seaworthy/platform/telemetry';
import { createFrontDoor } from '@seaworthy/platform/web';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editTitle } from '../features/titles/edit-title.ts';
import { type ApiProcess, startApiProcesses, until } from '../testing/api-processes.ts';
import { emptyCatalogue, importRecords, record } from '../testing/catalogue.ts';

/** The promise: a second after the commit nobody who asks is told the old state. */
const STALE_MAX_MS = 1_000;
/** A process that stops answering is noticed within 2.1 s; then another one is asked. */
const WAIT_MAX_MS = 3_500;
const PERSON = { kind: 'person', accountId: 'test' } as const;
const PATHS = ['/api/v1/anime', '/api/v1/search/anime?q=name', '/api/v1/anime/old-name'];
/** Of each address, so that pages of all processes are among them. */
const VARIANTS = 6;

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let door: Awaited<ReturnType<typeof createFrontDoor>>;
let origin: string;
let version = 1;
let renderedCount = 0;
let processes: ApiProcess[] = [];

beforeAll(async () => {
  catalogue = await emptyCatalogue();
  await importRecords(catalogue.db, [record(1, { fields: { main_title: 'Old Name' } }), record(2)]);
  processes = await startApiProcesses(3, catalogue.url);
  door = await openDoor(processes.map((one) => one.origin));
  origin = (await door.listen()).origin;
}, 60_000);

afterAll(async () => {
  await door.close();
  await Promise.all(processes.map((one) => one.end('SIGKILL')));
  await catalogue.close();
});

test('an edit is on all pages a second after its commit, and pages are answered from memory before and after', async () => {
  for (let round = 0; round < 3; round += 1) {
    await expectNoStalePage();
    await expectFromMemory();
  }
});

test('an API process that is frozen keeps no page old and nobody waiting, also when it wakes up', async () => {
  await expectFromMemory();
  processes[0]?.send('SIGSTOP');
  expect(await expectNoStalePage()).toBeLessThan(WAIT_MAX_MS);
  await expectFromMemory();
  processes[0]?.send('SIGCONT');
  await expectNoStalePage();
  await expectFromMemory();
});

test('an API process that is killed keeps no page old and nobody waiting', async () => {
  await expectFromMemory();
  await processes[0]?.end('SIGKILL');
  expect(await expectNoStalePage()).toBeLessThan(WAIT_MAX_MS);
  await expectFromMemory();
});

/** Edits the title and asks for its pages without a pause. Returns the longest time an answer took, in ms. */
async function expectNoStalePage(): Promise<number> {
  const name = `New Name ${version}`;
  ({ version } = await editTitle(catalogue, PERSON, { id: 1, version, fields: { main_title: name } }));
  const committedMs = performance.now();
  let slowestMs = 0;
  const stale: string[] = [];
  const ask = async (path: string) => {
    while (performance.now() - committedMs < STALE_MAX_MS * 2) {
      const askedMs = performance.now();
      const text = await (await fetch(origin + path)).text();
      slowestMs = Math.max(slowestMs, performance.now() - askedMs);
      const isOld = !text.includes(name);
      if (isOld && askedMs - committedMs > STALE_MAX_MS) stale.push(`${path} ${text.slice(0, 200)}`);
    }
  };
  await Promise.all(pages().map(ask));
  expect(stale).toEqual([]);
  return slowestMs;
}

async function expectFromMemory(): Promise<void> {
  const all = () => Promise.all(pages().map((path) => fetch(origin + path).then((answer) => answer.text())));
  await until(async () => {
    await all();
    const before = renderedCount;
    await all();
    return renderedCount === before;
  }, 5_000);
}

function pages(): string[] {
  return PATHS.flatMap((path) =>
    Array.from({ length: VARIANTS }, (_, index) => `/page?variant=${index}&path=${encodeURIComponent(path)}`),
  );
}

/** A front door whose pages are what one of the API processes says, each asked in turn as Kitsu's pages do. */
function openDoor(apiOrigins: readonly string[]) {
  return createFrontDoor({
    host: '127.0.0.1',
    port: 0,
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics({ service: 'test', processMetrics: false }),
    apiOrigins,
    pageCache: { maxBytes: 1_000_000, canonical: ({ url = '/' }) => ({ url, headers: {} }) },
    renderPage: async (request, response, context) => {
      renderedCount += 1;
      const path = new URL(request.url ?? '/', 'http://page').searchParams.get('path');
      const { apiOrigins: asked } = context;
      const first = Math.floor(Math.random() * asked.length);
      for (const api of [...asked.slice(first), ...asked.slice(0, first)]) {
        const gone = context.goneSignal(api);
        const answer = await fetch(api + path, gone && { signal: gone }).catch(() => undefined);
        if (answer) return void response.end(await answer.text());
      }
      context.markIncomplete();
      response.writeHead(503).end();
    },
  });
}
