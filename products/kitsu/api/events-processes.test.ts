import { grantRole, revokeRole } from '@seaworthy/platform/identity';
import { createLogger, createMetrics } from '@seaworthy/platform/telemetry';
import { createFrontDoor } from '@seaworthy/platform/web';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { kitsuRoles } from '../features/accounts/index.ts';
import { type ApiProcess, startApiProcesses } from '../testing/api-processes.ts';
import { emptyCatalogue } from '../testing/catalogue.ts';
import { createPerson, operatorTrail, PASSWORD } from '../testing/person.ts';

const OWN = '/api/v1/account/events';
const STAFF = '/api/v1/staff/events';
const WAIT = { timeout: 10_000 };

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let processes: ApiProcess[] = [];
let door: Awaited<ReturnType<typeof createFrontDoor>>;
let origin: string;
let addressCount = 0;
const leaving: (() => void)[] = [];

beforeAll(async () => {
  catalogue = await emptyCatalogue();
  processes = await startApiProcesses(2, catalogue.url);
  door = await createFrontDoor({
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics({ service: 'test', processMetrics: false }),
    host: '127.0.0.1',
    port: 0,
    apiOrigins: processes.map((one) => one.origin),
    renderPage: async () => undefined,
  });
  origin = (await door.listen()).origin;
}, 120_000);
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});
afterAll(async () => {
  await door.close();
  await Promise.all(processes.map((one) => one.end('SIGKILL')));
  await catalogue.close();
});

/** Each time from another address, as the front door would say: how often one may try is no matter of these tests. */
async function signIn(email: string): Promise<string> {
  addressCount += 1;
  const response = await fetch(`${processes[1]?.origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${addressCount}` },
    body: JSON.stringify({ email, password: PASSWORD, client: 'api' }),
  });
  const { tokens } = (await response.json()) as { tokens: { accessToken: string } };
  return tokens.accessToken;
}

interface Told {
  readonly kind: string;
  readonly subject: string;
  readonly body: Record<string, unknown>;
}

/** Follows a stream as a browser does: it comes again after a break, with the last id it has. */
function follow(path: string, token: string) {
  const gone = new AbortController();
  leaving.push(() => gone.abort());
  const seen = { told: [] as Told[], opened: 0, status: 0, isEnded: false };
  let lastId: string | undefined;
  const once = async () => {
    const accept = { accept: 'text/event-stream', authorization: `Bearer ${token}` };
    const headers = { ...accept, ...(lastId !== undefined && { 'last-event-id': lastId }) };
    const response = await fetch(origin + path, { headers, signal: gone.signal });
    seen.status = response.status;
    if (response.status !== 200 || response.body === null) return;
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const frames = (text + chunk).split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1];
        if (field('id') !== undefined && lastId === undefined) seen.opened += 1;
        lastId = field('id') ?? lastId;
        if (field('event') === 'news') seen.told.push(...(JSON.parse(field('data') ?? '[]') as Told[]));
        if (field('event') === 'ended') seen.isEnded = true;
      }
    }
  };
  const done = (async () => {
    while (!gone.signal.aborted && !seen.isEnded && (seen.status === 0 || seen.status === 200)) {
      await once().catch(() => undefined);
    }
  })();
  return { seen, done };
}
const opened = (viewer: ReturnType<typeof follow>) =>
  vi.waitFor(() => expect(viewer.seen.opened).toBe(1), WAIT);
const tell = (accountId: string, subject: string) =>
  sql`select events.publish(${`account:${accountId}`}, 'said', ${subject}, '{}')`.execute(catalogue.db);

test('whoever is signed out elsewhere is told at once, and hears nothing after it', async () => {
  const { email, id } = await createPerson(catalogue.db, 'two-devices');
  const [here, there] = [await signIn(email), await signIn(email)];
  const viewer = follow(OWN, there);
  await opened(viewer);
  await fetch(`${origin}/api/v1/account/sessions?which=others`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${here}` },
  });
  await tell(id, 'after');
  await viewer.done;
  expect(viewer.seen.isEnded || viewer.seen.status === 401).toBe(true);
  expect(viewer.seen.told.map(({ subject }) => subject)).not.toContain('after');
  const again = follow(OWN, there);
  await again.done;
  expect(again.seen.status).toBe(401);
});

test('a process that is killed under its viewers costs them no event and repeats none', async () => {
  const { email, id } = await createPerson(catalogue.db, 'many-windows');
  const token = await signIn(email);
  const viewers = Array.from({ length: 6 }, () => follow(OWN, token));
  for (const viewer of viewers) await opened(viewer);
  const subjects: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    if (n === 20) await processes[0]?.end('SIGKILL');
    subjects.push(`step-${n}`);
    await tell(id, `step-${n}`);
  }
  for (const { seen } of viewers)
    await vi.waitFor(() => expect(seen.told.map(({ subject }) => subject)).toEqual(subjects), WAIT);
});

test('streams leave room for everything else, and cost nothing when their readers are gone', async () => {
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, n) => createPerson(catalogue.db, `reader-${n}`)),
  );
  // One after the other: each counts against the limit of their network until it has succeeded.
  const tokens: string[] = [];
  for (const { email } of people) tokens.push(await signIn(email));
  const viewers = tokens.flatMap((token) => Array.from({ length: 8 }, () => follow(OWN, token)));
  for (const viewer of viewers) await opened(viewer);
  const answer = await fetch(`${origin}/api/v1/anime`, { signal: AbortSignal.timeout(3_000) });
  expect(answer.status).toBe(200);
  for (const leave of leaving.splice(0)) leave();
  const metrics = `${processes[1]?.origin}/metrics`;
  await vi.waitFor(
    async () => expect(await (await fetch(metrics)).text()).toMatch(/events_viewers\{[^}]*\} 0\n/),
    WAIT,
  );
});

test('staff hear of jobs while they may, others find nothing there', async () => {
  const { email, id } = await createPerson(catalogue.db, 'staff');
  const token = await signIn(email);
  const outsider = follow(STAFF, token);
  await outsider.done;
  expect(outsider.seen.status).toBe(404);
  const deps = { db: catalogue.db, roles: kitsuRoles, trail: operatorTrail() };
  const change = { accountId: id, role: 'admin' };
  await grantRole(deps, { kind: 'operator' }, change);
  const viewer = follow(STAFF, token);
  await opened(viewer);
  const job = () => viewer.seen.told.map(({ kind, subject, body }) => [kind, subject, body.state]);
  await sql`insert into jobs.unfinished (id, task, queue, priority, payload, attempts_max, backoff_ms)
    overriding system value values (77, 'titles.try', 'none', 1, '{}', 1, 0)`.execute(catalogue.db);
  await sql`update jobs.unfinished set worker_id = 1, progress = '{"done": 3}' where id = 77`.execute(
    catalogue.db,
  );
  await vi.waitFor(() => expect(job()).toEqual([['job', '77', 'running']]), WAIT);
  await sql`select jobs.finish(j, 'dead') from jobs.unfinished j where id = 77`.execute(catalogue.db);
  await vi.waitFor(() => expect(job().at(-1)).toEqual(['job', '77', 'dead']), WAIT);
  await revokeRole(deps, { kind: 'operator' }, change);
  await sql`select events.publish('staff:jobs', 'job', '78', '{}')`.execute(catalogue.db);
  await viewer.done;
  expect(viewer.seen.isEnded).toBe(true);
  expect(job()).toHaveLength(2);
});
