import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTrail } from '../../audit-trail/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import { type TestDatabase, testDatabase } from '../../testing/index.ts';
import { newRingKey, parseKeyRing } from '../key-ring.ts';
import { defineRoles } from '../roles.ts';
import { beginSession } from './begin-session.ts';
import { identifyActor } from './identify-actor.ts';
import { rotateTokens } from './rotate-tokens.ts';
import { signOut } from './sign-out.ts';

const GRACE_S = 10;
const ACCESS_S = 1_800;
const REFRESH_S = 14 * 86_400;
const ABSOLUTE_S = 30 * 86_400;
const ADDRESS = '127.0.0.1';

const roles = defineRoles({
  permissions: ['look'],
  staff: [],
  scopes: [],
  everybody: 'user',
  owner: 'user',
  roles: { user: ['look'] },
  systems: {},
});
const lifetimes = { idleS: 3_600, absoluteS: ABSOLUTE_S, accessS: ACCESS_S, refreshS: REFRESH_S };

let database: TestDatabase<unknown>;
let accountId: string;
beforeAll(async () => {
  const folder = new URL('../migrations/', import.meta.url);
  const trailFolder = new URL('../../audit-trail/migrations/', import.meta.url);
  database = await testDatabase<unknown>({
    sources: [
      { owner: 'identity', folder },
      { owner: 'audit-trail', folder: trailFolder },
    ],
  });
  const { rows } = await sql<{
    id: string;
  }>`insert into identity.accounts (email, email_key, display_name, language)
    values ('a@example.org', 'a@example.org', 'A', 'en') returning id`.execute(database.db);
  accountId = rows[0]?.id ?? '';
});
afterAll(() => database.close());

/** Time passes for one session: everything about it happened that much earlier. */
async function pass(sessionId: string, seconds: number): Promise<void> {
  const by = sql`make_interval(secs => ${seconds})`;
  await sql`update identity.sessions set rotated_at = rotated_at - ${by}, expires_at = expires_at - ${by},
    last_used_at = last_used_at - ${by} where id = ${sessionId}`.execute(database.db);
  await sql`update identity.session_tokens set expires_at = expires_at - ${by} where session_id = ${sessionId}`.execute(
    database.db,
  );
}

type Step =
  | { readonly do: 'renew' | 'look'; readonly back: number }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'leave' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('renew' as const), back: fc.constantFrom(0, 0, 0, 1, 2) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('look' as const), back: fc.constantFrom(0, 1, 2) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('wait' as const),
      seconds: fc.constantFrom(3, 20, ACCESS_S + 5, REFRESH_S / 2, REFRESH_S + 5),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'leave' as const }) },
);

test('whatever a client does, its tokens are good exactly as long as the rules say', async () => {
  const keys = parseKeyRing(newRingKey('test'));
  const trail = openTrail({ actor: { kind: 'anonymous' } });
  const deps = { db: database.db, keys, lifetimes, roles, trail, requestMail: async () => undefined };
  const run = async (steps: readonly Step[]) => {
    const begun = await inTransaction(database.db, (tx) =>
      beginSession(
        tx,
        deps,
        { accountId, email: 'a@example.org', language: 'en' },
        { client: 'api', address: ADDRESS, userAgent: undefined },
      ),
    );
    if (!begun.tokens) throw new Error('no tokens');
    // The model: every pair there was with the second it came in, the second now, and whether it is over.
    const pairs = [{ ...begun.tokens, bornS: 0 }];
    let nowS = 0;
    let over = false;
    const isOver = () => over || nowS >= ABSOLUTE_S;
    for (const one of steps) {
      if (one.do === 'wait') {
        nowS += one.seconds;
        await pass(begun.sessionId, one.seconds);
        continue;
      }
      if (one.do === 'leave') {
        over = true;
        await signOut(deps, pairs.at(-1)?.refreshToken ?? '');
        continue;
      }
      const at = Math.max(0, pairs.length - 1 - one.back);
      const pair = pairs[at];
      if (!pair) throw new Error('no pair');
      if (one.do === 'look') {
        const good = !isOver() && nowS < pair.bornS + ACCESS_S;
        const seen = identifyActor(deps, { kind: 'bearer', token: pair.accessToken }, ADDRESS);
        expect(
          await seen.then(
            () => true,
            () => false,
          ),
        ).toBe(good);
        continue;
      }
      const isCurrent = at === pairs.length - 1;
      const inGrace = at === pairs.length - 2 && nowS < (pairs.at(-1)?.bornS ?? 0) + GRACE_S;
      const isFresh = !isOver() && nowS < pair.bornS + REFRESH_S;
      const answer = await rotateTokens(deps, pair.refreshToken, ADDRESS).catch(() => undefined);
      if (isFresh && isCurrent) {
        if (!answer) throw new Error('a good refresh token was refused');
        pairs.push({ ...answer, bornS: nowS });
      } else if (isFresh && inGrace) {
        expect(answer).toMatchObject({
          accessToken: pairs.at(-1)?.accessToken,
          refreshToken: pairs.at(-1)?.refreshToken,
        });
      } else {
        expect(answer).toBeUndefined();
        // A token that is past its time proves nothing; one that was used does.
        if (isFresh) over = true;
      }
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), run), { numRuns: 40 });
}, 60_000);
