import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { getJob } from '../jobs/index.ts';
import { inTransaction } from '../postgres/index.ts';
import type { MailToCompose } from './jobs.ts';
import { requestMail } from './request-mail.ts';
import { type SmtpTls, smtpCarrier } from './smtp-carrier.ts';
import { answerWith, mailServer } from './testing/mail-server.ts';
import { postOffice } from './testing/post-office.ts';

let server: Awaited<ReturnType<typeof mailServer>>;
let office: Awaited<ReturnType<typeof postOffice>>;

const carrierTo = (port: number, tls: SmtpTls = 'none') =>
  smtpCarrier({ host: '127.0.0.1', port, tls, silenceMaxMs: 300 });
const compose = ({ kind, facts }: MailToCompose) =>
  kind === 'unknown'
    ? undefined
    : {
        language: 'en',
        subject: `Hello ${facts.name}`,
        preheader: 'A greeting',
        heading: `Hello ${facts.name}`,
        parts: [{ kind: 'text' as const, text: `Dear ${facts.name}.` }],
        fallback: 'Or open:',
        reason: 'You asked for it.',
      };

const LETTER = {
  messageId: '<a@b>',
  from: { name: '', address: 'a@b.org' },
  to: 'c@d.org',
  subject: '',
  html: '',
  text: '',
};

beforeAll(async () => {
  server = await mailServer();
  office = await postOffice(carrierTo(server.port), compose);
});
afterEach(async () => {
  server.taken.length = 0;
  await sql`delete from jobs.unfinished`.execute(office.db);
});
afterAll(async () => {
  await office.close();
  await server.close();
});

/** Asks for a mail and returns the id of its job. */
async function ask(more: { name?: string; recipient?: string; kind?: string; usefulForS?: number } = {}) {
  const { name = 'Ann', recipient = 'ann@example.org', kind = 'greeting', usefulForS } = more;
  await requestMail(office.db, { kind, recipient, language: 'en', facts: { name }, usefulForS });
  const { rows } = await sql<{ id: number }>`select max(id) as id from (
    select id from jobs.unfinished union all select id from jobs.finished) j`.execute(office.db);
  return Number(rows[0]?.id);
}
const job = (id: number) => getJob(office.db, id);
const state = async (id: number) => (await job(id)).state;
/** Waits until the job is in this state; an attempt that is to be made later is made now. */
const becomes = (id: number, wanted: string) =>
  vi.waitFor(
    async () => {
      await office.hurry();
      expect(await state(id)).toBe(wanted);
    },
    { timeout: 10_000, interval: 50 },
  );
const header = (source: string, name: string) =>
  new RegExp(`^${name}: (.*)\r$`, 'im').exec(source.split('\r\n\r\n')[0] ?? '')?.[1];

test('a mail is sent once when its transaction commits, and none when it does not', async () => {
  const fails = inTransaction(office.db, async (tx) => {
    await requestMail(tx, { kind: 'greeting', recipient: 'x@example.org', language: 'en', facts: {} });
    throw new Error('something else went wrong');
  });
  await expect(fails).rejects.toThrow('something else');
  const id = await ask();
  await becomes(id, 'succeeded');
  expect(server.taken.map(({ sender, recipients }) => [sender, ...recipients])).toEqual([
    ['no-reply@harbour.example.org', 'ann@example.org'],
  ]);
  const { rows } = await sql<{ message_key: string; answer: string }>`
    select message_key, answer from mail.messages order by id desc limit 1`.execute(office.db);
  const source = server.taken[0]?.source ?? '';
  expect(header(source, 'Message-ID')).toBe(`<${rows[0]?.message_key}@harbour.example.org>`);
  expect(header(source, 'Auto-Submitted')).toBe('auto-generated');
  expect(source.match(/^Content-Type: text\/(plain|html)/gm)).toHaveLength(2);
  expect(rows[0]?.answer).toContain('250');
  expect((await job(id)).payload).toEqual({ mailId: expect.any(Number) });
});

test('what a person typed changes neither the headers, nor the markup, nor who gets the mail', async () => {
  const name = 'Ann\r\nBcc: eve@example.org <script>"&';
  const id = await ask({ name, recipient: 'ann,eve@example.org' });
  await becomes(id, 'succeeded');
  const [mail] = server.taken;
  expect(mail?.recipients).toEqual(['"ann,eve"@example.org']);
  expect(header(mail?.source ?? '', 'Bcc')).toBeUndefined();
  expect(mail?.source).toContain('&lt;script&gt;&quot;&amp;');
});

test('a server that asks to come back later gets the mail later, once', async () => {
  server.failNext(
    answerWith('recipient', 451, 'Greylisted, come back later'),
    answerWith('data', 452, 'Full'),
  );
  const id = await ask();
  await becomes(id, 'succeeded');
  expect(server.taken).toHaveLength(1);
  const failures = ((await job(id)).failures ?? []).map(({ error }) => error);
  expect(failures).toEqual([expect.stringContaining('Greylisted'), expect.stringContaining('Full')]);
});

test.each(['recipient', 'data'] as const)(
  'what the server refuses for good at its %s is a dead letter that names the cause and no address',
  async (at) => {
    server.failNext(answerWith(at, 550, 'No mailbox ann@example.org here'));
    const id = await ask();
    await vi.waitFor(async () => expect(await state(id)).toBe('dead'));
    const [failure, ...more] = (await job(id)).failures ?? [];
    expect(more).toEqual([]);
    expect(failure?.error).toMatch(/refuses this mail: .*No mailbox the recipient here/);
  },
);

test('a server that falls silent holds no mail up for longer than its time, and gets it again', async () => {
  server.failNext({ at: 'data', kind: 'hang' });
  const id = await ask();
  await becomes(id, 'succeeded');
  expect(server.taken).toHaveLength(1);
  expect(((await job(id)).failures ?? [])[0]?.error).toMatch(/timeout|closed/i);
});

test('a mail that was taken when the connection broke comes again under the same Message-ID', async () => {
  server.failNext({ at: 'data', kind: 'take and drop' });
  const id = await ask();
  await becomes(id, 'succeeded');
  const ids = server.taken.map(({ source }) => header(source, 'Message-ID'));
  expect(ids).toEqual([ids[0], ids[0]]);
});

test('a mail whose use is over is not sent, nor one that nobody knows', async () => {
  const before = server.offered();
  for (const id of [await ask({ usefulForS: 0 }), await ask({ kind: 'unknown' })])
    await vi.waitFor(async () => expect(await state(id)).toBe('dead'));
  expect(server.offered()).toBe(before);
});

test('where encryption is demanded and not to be had nothing is told, and the mail waits', async () => {
  for (const tls of ['starttls', 'tls'] as const) {
    const carrier = carrierTo(server.port, tls);
    const carried = carrier.carry(1, LETTER, new AbortController().signal);
    await expect(carried).rejects.toThrow('was not taken yet');
    await carrier.close();
  }
  expect(server.taken).toEqual([]);
});

test('a log-in that is refused is a matter of settings: the mail waits until it is mended', async () => {
  const strict = await mailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, answer) => answer(new Error('Wrong password')),
  });
  const carrier = smtpCarrier({
    host: '127.0.0.1',
    port: strict.port,
    tls: 'none',
    user: 'a',
    password: 'wrong secret',
  });
  const error = await carrier.carry(1, LETTER, new AbortController().signal).catch((one: Error) => one);
  expect(error).toMatchObject({ name: 'Error', message: expect.stringContaining('535') });
  expect(JSON.stringify(error)).not.toContain('wrong secret');
  await carrier.close();
  await strict.close();
});
