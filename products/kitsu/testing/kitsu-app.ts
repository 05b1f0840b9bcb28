import type { Cache } from '@seaworthy/platform/cache';
import { challengeToken, type KeyRing, newRingKey } from '@seaworthy/platform/identity';
import { type Db, openDatabase } from '@seaworthy/platform/postgres';
import { createLogger, createMetrics } from '@seaworthy/platform/telemetry';
import { sql } from 'kysely';
import { createApp } from '../api/app.ts';
import type { LimitQuotas } from '../api/limit-settings.ts';
import { emptyCatalogue } from './catalogue.ts';
import { testIdentity } from './identity.ts';
import { testLimits } from './limits.ts';

export const PASSWORD = 'seven calm lanterns';

/** Loads each time: these tests are not about the cache. */
const NO_CACHE: Cache = {
  body: async (_key, _tags, load) => ({ body: Buffer.from(await load()), etag: '"x"' }),
  close: async () => undefined,
};

/** One request to Kitsu's API. */
export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: object;
  /** The value of the session cookie. */
  readonly cookie?: string | undefined;
  readonly device?: string | undefined;
  readonly bearer?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Kitsu's API over a database of its own, without a listener. */
export async function kitsuApp(quotas: Partial<LimitQuotas> = {}) {
  const catalogue = await emptyCatalogue();
  const ring = newRingKey('test');
  const settings = testIdentity(ring);
  const lines: string[] = [];
  const logger = createLogger({
    service: 'test',
    level: 'trace',
    destination: { write: (line) => void lines.push(line) },
  });
  const metrics = createMetrics({ service: 'test', processMetrics: false });
  const database = openDatabase<unknown>({ url: catalogue.url, applicationName: 'test' });
  const limits = testLimits({ db: database.db, logger, metrics }, quotas);
  const shared = { database, cache: NO_CACHE, logger, metrics, limits };
  const server = await createApp({ ...shared, identity: settings, trustedProxies: ['127.0.0.1'] });

  const ask = async (url: string, o: Ask = {}) => {
    const cookies = [
      ...(o.cookie === undefined ? [] : [`__Host-session=${o.cookie}`]),
      ...(o.device === undefined ? [] : [`__Host-device=${o.device}`]),
    ];
    const response = await server.app.inject({
      method: o.method ?? 'GET',
      url,
      headers: {
        ...(cookies.length > 0 && { cookie: cookies.join('; '), 'sec-fetch-site': 'same-origin' }),
        ...(o.bearer !== undefined && { authorization: `Bearer ${o.bearer}` }),
        ...o.headers,
      },
      ...(o.body && { payload: o.body }),
    });
    const cookie = (name: string) => response.cookies.find((one) => one.name === `__Host-${name}`)?.value;
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      body: /^application\/json/.test(String(response.headers['content-type'])) ? response.json() : undefined,
      session: cookie('session'),
      device: cookie('device'),
    };
  };

  const mails = (to?: string) => requestedMails(catalogue.db, settings.keys, to);

  /** An account of its own; returns its address. */
  const register = async (name: string, password = PASSWORD): Promise<string> => {
    const email = `${name}@example.org`;
    const body = { email, password, displayName: name };
    await ask('/api/v1/registrations', { method: 'POST', body });
    const token = (await mails(email)).at(-1)?.token ?? '';
    await ask('/api/v1/registrations/confirmation', { method: 'POST', body: { token } });
    return email;
  };

  const signIn = (email: string, more: object = {}, o: Ask = {}) =>
    ask('/api/v1/session', { method: 'POST', body: { email, password: PASSWORD, ...more }, ...o });

  const asOwner = (statement: string) => runAsOwner(catalogue.ownerUrl, statement);

  const close = async () => {
    await server.close();
    await database.close();
    await catalogue.close();
  };
  const { db, url, trail } = catalogue;
  return { db, url, trail, ring, settings, lines, server, asOwner, ask, mails, register, signIn, close };
}

/** Runs a statement as the role that owns the tables. */
async function runAsOwner(url: string, statement: string): Promise<void> {
  const owner = openDatabase<unknown>({ url, applicationName: 'test-owner' });
  await sql.raw(statement).execute(owner.db).finally(owner.close);
}

/** The mails that were asked for, the oldest first, with the token that their link carries. */
async function requestedMails(db: Db<unknown>, keys: KeyRing, to: string | undefined) {
  const { rows } = await sql<{ kind: string; recipient: string; facts: Record<string, unknown> }>`
    select kind, recipient, facts from mail.messages
    where ${to ?? null}::text is null or recipient = ${to ?? null} order by id`.execute(db);
  return rows.map((row) => ({ ...row, token: linkToken(keys, row.kind, row.facts.challengeId) }));
}

function linkToken(keys: KeyRing, kind: string, id: unknown): string {
  const purposes: Readonly<Record<string, 'verify' | 'reset' | 'email'>> = {
    verify: 'verify',
    reset: 'reset',
    verify_email: 'email',
  };
  const purpose = purposes[kind];
  return purpose && typeof id === 'string' ? challengeToken(keys, purpose, id) : '';
}

/** What {@link kitsuApp} gives. */
export type KitsuApp = Awaited<ReturnType<typeof kitsuApp>>;
