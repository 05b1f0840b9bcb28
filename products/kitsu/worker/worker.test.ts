import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { verifyTrail } from '@seaworthy/platform/audit-trail';
import { listJobs } from '@seaworthy/platform/jobs';
import { listSchedules } from '@seaworthy/platform/schedules';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { mailTestCommand } from '../cli/mail-test-command.ts';
import { assignFranchises } from '../features/franchises/index.ts';
import { editTitle } from '../features/titles/edit-title.ts';
import { importRecords, record } from '../testing/catalogue.ts';
import { type KitsuApp, kitsuApp, PASSWORD } from '../testing/kitsu-app.ts';

vi.setConfig({ testTimeout: 60_000 });

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const LOCATION = { ownerDatabaseUrl: undefined, dataDir: '', mode: 'test' };
const EDITOR = { kind: 'person', accountId: 'account-of-a-test' } as const;

let catalogue: KitsuApp;
let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let worker: ChildProcess | undefined;
let origin: string;

beforeAll(async () => {
  catalogue = await kitsuApp();
  mailServer = await startMailServer();
});
afterEach(() => {
  worker?.kill('SIGKILL');
});
afterAll(async () => {
  await catalogue.close();
  await mailServer.close();
});

async function startWorker(): Promise<void> {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  worker = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      SEAWORTHY_MODE: 'test',
      KITSU_DATABASE_URL: catalogue.url,
      KITSU_WORKER_PORT: String(port),
      KITSU_SECRET_KEYS: catalogue.ring,
      KITSU_PUBLIC_ORIGIN: 'https://kitsu.example.org',
      KITSU_SMTP_HOST: '127.0.0.1',
      KITSU_SMTP_PORT: String(mailServer.port),
      KITSU_SMTP_TLS: 'none',
      KITSU_MAIL_FROM: 'Kitsu <no-reply@kitsu.example.org>',
    },
  });
  await vi.waitFor(async () => expect((await fetch(`${origin}/health/ready`)).status).toBe(200), {
    timeout: 45_000,
  });
}

/** Takes every mail and keeps it as text, free of the encoding of its lines. */
async function startMailServer() {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, answer) =>
      void text(stream).then((source) => {
        mails.push(source.replace(/=\r?\n/g, '').replaceAll('=3D', '='));
        answer();
      }),
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, mails, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await once(server.close(), 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The title as somebody sees it who is about to edit it. */
async function harbour(): Promise<{ id: number; version: number }> {
  const { rows } = await sql<{ id: number; version: number }>`
    select id, version from titles where slug = 'quiet-harbour'`.execute(catalogue.db);
  return rows[0] ?? { id: 0, version: 0 };
}

async function franchiseName(): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select name from franchises`.execute(catalogue.db);
  return rows[0]?.name;
}

test('a worker renames a franchise, mails who registers a link that works, seals the audit trail, keeps the schedules, and tells its numbers', async () => {
  const sequel = { provider: 'mal', externalId: '2', kind: 'sequel' } as const;
  await importRecords(catalogue.db, [
    record(1, { fields: { main_title: 'Quiet Harbour', popularity: 9_000 }, relations: [sequel] }),
    record(2, { fields: { main_title: 'Quiet Harbour 2', popularity: 80 } }),
  ]);
  await assignFranchises(catalogue);
  await startWorker();
  await editTitle(catalogue, EDITOR, { ...(await harbour()), fields: { main_title: 'Silent Haven' } });
  await vi.waitFor(async () => expect(await franchiseName()).toBe('Silent Haven'), { timeout: 30_000 });
  expect(await (await fetch(`${origin}/metrics`)).text()).toMatch(
    /jobs_attempts_total\{[^}]*task="franchises\.refresh"[^}]*ending="succeeded"/,
  );
  const body = { email: 'ann@example.org', password: PASSWORD, displayName: 'Ann' };
  await catalogue.ask('/api/v1/registrations', { method: 'POST', body });
  await vi.waitFor(() => expect(mailServer.mails).toHaveLength(1), { timeout: 30_000 });
  const [mail = ''] = mailServer.mails;
  expect(mail).toMatch(/^To: ann@example\.org\r$/m);
  const token = /https:\/\/kitsu\.example\.org\/confirm\/registration#token=([\w.-]+)/.exec(mail)?.[1] ?? '';
  await catalogue.ask('/api/v1/registrations/confirmation', { method: 'POST', body: { token } });
  expect((await catalogue.signIn('ann@example.org')).status).toBe(200);
  const signer = catalogue.settings.keys;
  await vi.waitFor(
    async () => {
      const sealed = await verifyTrail(catalogue.db, { signer });
      expect(sealed).toMatchObject({ sealedCount: 3, signedUpTo: 3 });
    },
    { timeout: 30_000 },
  );
  const known = (await listSchedules(catalogue.db)).map(({ name }) => name);
  expect(known).toEqual(['accounts.purge', 'housekeeping.tidy-up']);
  const trial = {
    location: { ...LOCATION, databaseUrl: catalogue.url },
    args: ['bob@example.org'],
    ifEmpty: false,
  };
  expect(await mailTestCommand(trial)).toMatch(/^The mail server took it: 250/);
  expect(mailServer.mails[1]).toMatch(/^To: bob@example\.org\r$/m);
  const ended = once(worker as ChildProcess, 'exit');
  worker?.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('edits while no worker runs leave one job, whoever they come from, and an import one for later', async () => {
  await importRecords(catalogue.db, [record(1, { fields: { main_title: 'Quiet Harbour', year: 1999 } })]);
  await sql`delete from jobs.unfinished`.execute(catalogue.db);
  await importRecords(catalogue.db, [record(3, { fields: { main_title: 'Quiet Harbour 3' } })]);
  const [job] = await listJobs(catalogue.db, { countMax: 10 });
  expect(job).toMatchObject({ task: 'franchises.refresh', key: 'all', state: 'waiting' });
  expect(job?.runAt?.getTime()).toBeGreaterThan((job?.createdAt.getTime() ?? 0) + 20_000);
  for (const year of [2002, 2003]) {
    await editTitle(catalogue, EDITOR, { ...(await harbour()), fields: { year } });
  }
  const jobs = await listJobs(catalogue.db, { countMax: 10 });
  expect(jobs.map((one) => one.id)).toEqual([job?.id]);
  expect(jobs[0]?.runAt?.getTime()).toBeLessThan((job?.createdAt.getTime() ?? 0) + 20_000);
});
