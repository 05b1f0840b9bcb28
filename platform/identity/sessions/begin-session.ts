import type { Db } from '../../postgres/index.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { hashToken, newToken } from '../secret-token.ts';
import { describeDevice } from './describe-device.ts';
import { enterDevice } from './device-queries.ts';
import { insertSession, insertTokens } from './queries.ts';
import type { TokenPair } from './rotate-tokens.ts';

/** From where somebody signs in. */
export interface SignInFrom {
  /** A browser gets a cookie, an API client a pair of tokens. */
  readonly client: 'browser' | 'api';
  readonly address: string;
  readonly userAgent: string | undefined;
  /** What the person calls the device; otherwise it is described by its user agent. */
  readonly deviceName?: string | undefined;
  /** What this device was given when somebody signed in on it before. */
  readonly deviceToken?: string | undefined;
}

/** A session that has begun, with the secrets its holder is told this once. */
export interface BegunSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly expiresAt: Date;
  /** For browsers. */
  readonly cookieToken?: string;
  /** For API clients. */
  readonly tokens?: TokenPair;
  /** A new one where the device was not known. */
  readonly deviceToken?: string;
}

/** Whom a session begins for. */
export interface SessionOwner {
  readonly accountId: string;
  readonly email: string;
  readonly language: string;
}

/** Begins a session in the caller's transaction. The account hears of it by mail when it was never used on this device. */
export async function beginSession(
  tx: Db<unknown>,
  deps: Pick<IdentityDeps, 'lifetimes' | 'requestMail'> & Audited,
  owner: SessionOwner,
  from: SignInFrom,
): Promise<BegunSession> {
  const { accountId } = owner;
  const { lifetimes } = deps;
  const deviceName = from.deviceName ?? describeDevice(from.userAgent);
  const { deviceId, newDeviceToken, isFirst } = await knownOrNewDevice(tx, accountId, from.deviceToken);
  const { id, expires_at } = await insertSession(tx, {
    accountId,
    kind: from.client,
    deviceId,
    deviceName,
    address: from.address,
    absoluteS: lifetimes.absoluteS,
  });
  await deps.trail.record(tx, {
    action: IDENTITY_ACTIONS.signIn,
    target: accountId,
    after: {
      session: id,
      client: from.client,
      device: deviceName,
      isNewDevice: newDeviceToken !== undefined,
    },
    actor: { kind: 'account', accountId },
  });
  if (newDeviceToken !== undefined && !isFirst) {
    const device = { name: deviceName, address: from.address };
    await deps.requestMail(tx, {
      kind: 'new_device',
      to: owner.email,
      language: owner.language,
      accountId,
      device,
    });
  }
  const begun = {
    sessionId: id,
    accountId,
    expiresAt: expires_at,
    ...(newDeviceToken !== undefined && { deviceToken: newDeviceToken }),
  };
  return from.client === 'browser'
    ? { ...begun, cookieToken: await issueCookie(tx, id, lifetimes.absoluteS) }
    : { ...begun, tokens: await issuePair(tx, id, lifetimes) };
}

async function knownOrNewDevice(tx: Db<unknown>, accountId: string, deviceToken: string | undefined) {
  const fresh = newToken('device');
  const device = await enterDevice(tx, {
    accountId,
    presentedHash: deviceToken === undefined ? null : hashToken(deviceToken),
    freshHash: hashToken(fresh),
  });
  return {
    deviceId: device.id,
    isFirst: device.is_first,
    newDeviceToken: device.is_new ? fresh : undefined,
  };
}

async function issueCookie(tx: Db<unknown>, sessionId: string, lifetimeS: number): Promise<string> {
  const token = newToken('cookie');
  await insertTokens(tx, { id: sessionId, generation: 1 }, [
    { tokenHash: hashToken(token), use: 'cookie', lifetimeS },
  ]);
  return token;
}

async function issuePair(
  tx: Db<unknown>,
  sessionId: string,
  { accessS, refreshS }: IdentityDeps['lifetimes'],
): Promise<TokenPair> {
  const accessToken = newToken('access');
  const refreshToken = newToken('refresh');
  const expiries = await insertTokens(tx, { id: sessionId, generation: 1 }, [
    { tokenHash: hashToken(accessToken), use: 'access', lifetimeS: accessS },
    { tokenHash: hashToken(refreshToken), use: 'refresh', lifetimeS: refreshS },
  ]);
  const accessExpiresAt = expiries.get('access');
  const refreshExpiresAt = expiries.get('refresh');
  if (!accessExpiresAt || !refreshExpiresAt) throw new Error('The tokens of a session were not written.');
  return { accessToken, accessExpiresAt, refreshToken, refreshExpiresAt };
}
