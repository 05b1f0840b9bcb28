import { defineRoute, type Route } from '@seaworthy/platform/http';
import {
  type Actor,
  authoriseAccount,
  createApiKey,
  IDENTITY_ACTIONS,
  type IdentityDeps,
  listApiKeys,
  revokeApiKey,
} from '@seaworthy/platform/identity';
import { apiKeyList, apiKeyWish, keyRef, madeApiKey, noContent } from './contract.ts';
import { viewApiKey } from './view-api-key.ts';

const PERMISSION = 'account.manage';
const common = { tags: ['account'], access: { permission: PERMISSION } } as const;
const own = (actor: Actor) => authoriseAccount(actor, PERMISSION);

/** Personal API keys, for scripts. */
export function apiKeyRoutes({ identity }: { identity: IdentityDeps }): Route[] {
  return [
    defineRoute({
      ...common,
      method: 'GET',
      path: '/api/v1/account/api-keys',
      operationId: 'listApiKeys',
      summary: 'The own API keys, the newest first',
      response: apiKeyList,
      handle: async ({ actor }) => {
        const { accountId, permissions } = own(actor);
        return {
          items: (await listApiKeys(identity, accountId)).map(viewApiKey),
          grantableScopes: [...identity.roles.scopes].filter((scope) => permissions.has(scope)),
        };
      },
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path: '/api/v1/account/api-keys',
      operationId: 'createApiKey',
      summary: 'Makes an API key for some of what the account may do',
      status: 201,
      body: apiKeyWish,
      response: madeApiKey,
      audit: IDENTITY_ACTIONS.createApiKey,
      handle: async ({ actor, body, trail }) => {
        const { key, token } = await createApiKey({ ...identity, trail }, own(actor), body);
        return { key: viewApiKey(key), token };
      },
    }),
    defineRoute({
      ...common,
      method: 'DELETE',
      path: '/api/v1/account/api-keys/:id',
      operationId: 'revokeApiKey',
      summary: 'Revokes an API key',
      status: 204,
      params: keyRef,
      response: noContent,
      audit: IDENTITY_ACTIONS.revokeApiKey,
      handle: async ({ actor, params, trail }) => {
        await revokeApiKey({ ...identity, trail }, own(actor).accountId, params.id);
        return null;
      },
    }),
  ];
}
