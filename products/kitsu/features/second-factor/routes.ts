import { defineRoute, type Route } from '@seaworthy/platform/http';
import {
  type Actor,
  authoriseAccount,
  beginSecondFactor,
  confirmOwnSecondFactor,
  IDENTITY_ACTIONS,
  type IdentityDeps,
  removeSecondFactor,
  renewRecoveryCodes,
  secondFactorOf,
} from '@seaworthy/platform/identity';
import {
  beginBody,
  begunSecondFactor,
  confirmBody,
  noContent,
  proofBody,
  recoveryCodes,
  secondFactorView,
} from './contract.ts';

const ISSUER = 'Kitsu';
const PERMISSION = 'account.manage';
const common = { tags: ['account'], access: { permission: PERMISSION } } as const;
const own = (actor: Actor) => authoriseAccount(actor, PERMISSION).accountId;

/** The second factor of the own account: an authenticator app, and recovery codes for the day it is lost. */
export function secondFactorRoutes({ identity }: { identity: IdentityDeps }): Route[] {
  return [...setUpRoutes(identity), ...changeRoutes(identity)];
}

function setUpRoutes(identity: IdentityDeps): Route[] {
  return [
    defineRoute({
      ...common,
      method: 'GET',
      path: '/api/v1/account/second-factor',
      operationId: 'getSecondFactor',
      summary: 'Whether signing in asks for a code',
      response: secondFactorView,
      handle: ({ actor }) => secondFactorOf(identity, own(actor)),
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path: '/api/v1/account/second-factor',
      operationId: 'beginSecondFactor',
      summary: 'Begins to set up an authenticator app',
      status: 201,
      body: beginBody,
      limit: 'proof',
      response: begunSecondFactor,
      handle: ({ actor, body }) => beginSecondFactor(identity, own(actor), { ...body, issuer: ISSUER }),
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path: '/api/v1/account/second-factor/confirmation',
      operationId: 'confirmSecondFactor',
      summary: 'Takes the app into use with its first code',
      body: confirmBody,
      response: recoveryCodes,
      audit: IDENTITY_ACTIONS.enableSecondFactor,
      limit: 'proof',
      handle: async ({ actor, body, trail }) => ({
        recoveryCodes: [...(await confirmOwnSecondFactor({ ...identity, trail }, own(actor), body.code))],
      }),
    }),
  ];
}

function changeRoutes(identity: IdentityDeps): Route[] {
  return [
    defineRoute({
      ...common,
      method: 'POST',
      path: '/api/v1/account/second-factor/recovery-codes',
      operationId: 'renewRecoveryCodes',
      summary: 'Makes new recovery codes; the earlier ones are void',
      body: proofBody,
      response: recoveryCodes,
      audit: IDENTITY_ACTIONS.renewRecoveryCodes,
      limit: 'proof',
      handle: async ({ actor, body, trail }) => ({
        recoveryCodes: [...(await renewRecoveryCodes({ ...identity, trail }, own(actor), body))],
      }),
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path: '/api/v1/account/second-factor/removal',
      operationId: 'removeSecondFactor',
      summary: 'Switches the second factor off',
      status: 204,
      body: proofBody,
      response: noContent,
      audit: IDENTITY_ACTIONS.disableSecondFactor,
      limit: 'proof',
      handle: async ({ actor, body, trail }) => {
        await removeSecondFactor({ ...identity, trail }, own(actor), body);
        return null;
      },
    }),
  ];
}
