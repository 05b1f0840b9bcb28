import { z } from 'zod';
import { email, enteredPassword, ownAccount } from '../accounts/contract.ts';

export const clientKind = z
  .enum(['browser', 'api'])
  .default('browser')
  .describe('A browser gets a session cookie, an API client a pair of tokens.');

const deviceName = z.string().min(1).max(80).describe('How the list of sessions calls this device.');
const deviceToken = z
  .string()
  .max(100)
  .describe('For API clients: what an earlier answer gave this device. Browsers have it in a cookie.');

export const signInBody = z.object({
  email,
  password: enteredPassword,
  client: clientKind,
  deviceName: deviceName.optional(),
  deviceToken: deviceToken.optional(),
});

export const secondFactorBody = signInBody.omit({ email: true, password: true }).extend({
  challenge: z.string().min(1).max(200),
  code: z.string().min(6).max(40).describe('Six digits of the authenticator app, or a recovery code.'),
});

export const tokenPair = z
  .object({
    accessToken: z.string().describe('Goes into the header `Authorization: Bearer …`.'),
    accessExpiresAt: z.string(),
    refreshToken: z.string().describe('Good once: it is exchanged for a new pair.'),
    refreshExpiresAt: z.string(),
  })
  .meta({ id: 'TokenPair' });

export const signInAnswer = z
  .object({
    status: z
      .enum(['signed_in', 'second_factor'])
      .describe('second_factor: the password was right, and a code is asked for.'),
    challenge: z.string().nullable().describe('Goes back with the code, within five minutes.'),
    account: ownAccount.nullable(),
    tokens: tokenPair.nullable(),
    deviceToken: z.string().nullable(),
  })
  .meta({ id: 'SignInAnswer' });

export const refreshBody = z.object({ refreshToken: z.string().min(1).max(100) });

export const sessionRef = z.object({ id: z.uuid() });

export const sessionView = z
  .object({
    id: z.string(),
    kind: z.enum(['browser', 'api']),
    device: z.string(),
    address: z.string(),
    createdAt: z.string(),
    lastUsedAt: z.string(),
    expiresAt: z.string(),
    current: z.boolean().describe('The one that asks.'),
  })
  .meta({ id: 'Session' });

export const sessionList = z.object({ items: z.array(sessionView) }).meta({ id: 'SessionList' });

export const endSessionsQuery = z.object({ which: z.enum(['others', 'all']) });
export const endedCount = z.object({ endedCount: z.int() }).meta({ id: 'EndedSessions' });

export const noContent = z.null();

export type SignInAnswer = z.infer<typeof signInAnswer>;
export type TokenPairView = z.infer<typeof tokenPair>;
export type SessionList = z.infer<typeof sessionList>;
