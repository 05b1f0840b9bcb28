import { defineRoute, type Route, type RouteRequest } from '@seaworthy/platform/http';
import {
  authoriseAccount,
  type BegunSession,
  completeSignIn,
  endOwnSessions,
  endSession,
  IDENTITY_ACTIONS,
  type IdentityDeps,
  rotateTokens,
  type SessionCookies,
  signIn,
  signOut,
} from '@seaworthy/platform/identity';
import { viewAccount } from '../accounts/index.ts';
import { admitCode, admitSignIn, type SignInLimits } from './admit-sign-in.ts';
import {
  endedCount,
  endSessionsQuery,
  noContent,
  refreshBody,
  type SignInAnswer,
  secondFactorBody,
  sessionList,
  sessionRef,
  signInAnswer,
  signInBody,
  tokenPair,
} from './contract.ts';
import { listOwnSessions } from './list-own-sessions.ts';
import { viewTokens } from './view-tokens.ts';

/** The longest that browsers keep a cookie. */
const DEVICE_COOKIE_MAX_AGE_S = 400 * 86_400;

const SIGN_IN_ACTIONS = [IDENTITY_ACTIONS.signIn, IDENTITY_ACTIONS.askForCode, IDENTITY_ACTIONS.refuseSignIn];

interface SessionDeps {
  readonly identity: IdentityDeps;
  readonly cookies: SessionCookies;
  readonly limits: SignInLimits;
}

/** Signing in and out, and the list of where one is signed in. */
export function sessionRoutes(deps: SessionDeps): Route[] {
  return [...signInRoutes(deps), ...tokenRoutes(deps), ...ownSessionRoutes(deps)];
}

function signInRoutes({ identity, cookies, limits }: SessionDeps): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/v1/session',
      operationId: 'signIn',
      summary: 'Signs in by e-mail and password',
      tags: ['session'],
      access: 'public',
      body: signInBody,
      response: signInAnswer,
      audit: SIGN_IN_ACTIONS,
      limit: 'sign-in',
      handle: async ({ body: { email, password, ...device }, ...request }) => {
        const from = { ...device, ...whereFrom(request, cookies, device.deviceToken) };
        const outcome = await admitSignIn(
          { ...limits, db: identity.db },
          { email, address: from.address, deviceToken: from.deviceToken, tellLimit: request.tellLimit },
          () => signIn({ ...identity, trail: request.trail }, { email, password, from }),
          ({ kind }) => kind === 'signed_in',
        );
        if (outcome.kind === 'second_factor') return codeIsAskedFor(outcome.challenge);
        return answer(identity, cookies, request, outcome.session);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/v1/session/second-factor',
      operationId: 'completeSignIn',
      summary: 'Signs in who was asked for a code',
      tags: ['session'],
      access: 'public',
      body: secondFactorBody,
      response: signInAnswer,
      audit: SIGN_IN_ACTIONS,
      limit: 'sign-in',
      handle: async ({ body: { challenge, code, ...device }, ...request }) => {
        const from = { ...device, ...whereFrom(request, cookies, device.deviceToken) };
        const { trail, tellLimit } = request;
        const begun = await admitCode(limits, { address: from.address, tellLimit }, () =>
          completeSignIn({ ...identity, trail }, { challenge, code, from }),
        );
        return answer(identity, cookies, request, begun);
      },
    }),
  ];
}

function tokenRoutes({ identity, cookies }: SessionDeps): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/v1/session/refresh',
      operationId: 'refreshTokens',
      summary: 'Exchanges a refresh token for a new pair of tokens',
      tags: ['session'],
      access: 'public',
      body: refreshBody,
      response: tokenPair,
      audit: IDENTITY_ACTIONS.endStolenSession,
      handle: async ({ body, caller, trail }) =>
        viewTokens(await rotateTokens({ ...identity, trail }, body.refreshToken, caller.address)),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/v1/session',
      operationId: 'signOut',
      summary: 'Signs out here; a session that is over already is no mistake',
      tags: ['session'],
      access: 'public',
      status: 204,
      response: noContent,
      audit: IDENTITY_ACTIONS.endSession,
      handle: async ({ caller, setCookie, trail }) => {
        if (caller.credential) await signOut({ ...identity, trail }, caller.credential.token);
        setCookie(cookies.session.clear());
        return null;
      },
    }),
  ];
}

function ownSessionRoutes({
  identity,
  cookies,
}: {
  identity: IdentityDeps;
  cookies: SessionCookies;
}): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/account/sessions',
      operationId: 'listOwnSessions',
      summary: 'Where the own account is signed in',
      tags: ['session'],
      access: { permission: 'account.manage' },
      response: sessionList,
      handle: ({ actor }) => listOwnSessions(identity, actor),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/v1/account/sessions/:id',
      operationId: 'endOwnSession',
      summary: 'Signs out on another device',
      tags: ['session'],
      access: { permission: 'account.manage' },
      params: sessionRef,
      status: 204,
      response: noContent,
      audit: IDENTITY_ACTIONS.endSession,
      handle: async ({ actor, params, trail }) => {
        await endSession(
          { ...identity, trail },
          authoriseAccount(actor, 'account.manage').accountId,
          params.id,
        );
        return null;
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/v1/account/sessions',
      operationId: 'endOwnSessions',
      summary: 'Signs out everywhere, or everywhere else',
      tags: ['session'],
      access: { permission: 'account.manage' },
      query: endSessionsQuery,
      response: endedCount,
      audit: IDENTITY_ACTIONS.endSessions,
      handle: async ({ actor, query, setCookie, trail }) => {
        const account = authoriseAccount(actor, 'account.manage');
        const count = await endOwnSessions({ ...identity, trail }, account, query.which);
        if (query.which === 'all') setCookie(cookies.session.clear());
        return { endedCount: count };
      },
    }),
  ];
}

function codeIsAskedFor(challenge: string): SignInAnswer {
  return { status: 'second_factor', challenge, account: null, tokens: null, deviceToken: null };
}

type Calling = Pick<RouteRequest, 'caller' | 'setCookie'>;

function whereFrom({ caller }: Calling, cookies: SessionCookies, deviceToken: string | undefined) {
  return {
    address: caller.address,
    userAgent: caller.userAgent,
    deviceToken: deviceToken ?? caller.cookie(cookies.device.name),
  };
}

/** Secrets of a browser go into its cookies, out of the reach of scripts; those of an API client into the answer. */
async function answer(
  identity: IdentityDeps,
  cookies: SessionCookies,
  { setCookie }: Calling,
  begun: BegunSession,
): Promise<SignInAnswer> {
  const { cookieToken, deviceToken, tokens } = begun;
  if (cookieToken !== undefined) {
    setCookie(cookies.session.set(cookieToken, identity.lifetimes.absoluteS));
    if (deviceToken !== undefined) setCookie(cookies.device.set(deviceToken, DEVICE_COOKIE_MAX_AGE_S));
  }
  return {
    status: 'signed_in',
    challenge: null,
    account: await viewAccount(identity, begun.accountId),
    tokens: tokens === undefined ? null : viewTokens(tokens),
    deviceToken: tokens === undefined ? null : (deviceToken ?? null),
  };
}
