import { type Access, defineRoute, type Route } from '@seaworthy/platform/http';
import { IDENTITY_ACTIONS, type IdentityDeps } from '@seaworthy/platform/identity';
import { changeRole, changeSuspension, endSessionsOfAccount } from './change-accounts.ts';
import {
  accountRef,
  listAccountsQuery,
  roleChange,
  roleList,
  roleRef,
  staffAccount,
  staffAccountList,
  staffEndedSessions,
  staffSessionList,
  suspension,
} from './contract.ts';
import { viewAccounts, viewOneAccount, viewRoles, viewSessions } from './view-accounts.ts';

const common = { tags: ['staff'] } as const;
const staffOnly = (permission: string): Access => ({ permission, hidden: true });

const ofRole = {
  access: staffOnly('admin.roles.manage'),
  params: roleRef,
  body: roleChange,
  response: staffAccount,
};

/** Accounts, as staff sees and changes them. To everybody else there is nothing at these addresses. */
export function staffAccountRoutes({ identity }: { identity: IdentityDeps }): Route[] {
  return [...viewRoutes(identity), ...changeRoutes(identity)];
}

function viewRoutes(identity: IdentityDeps): Route[] {
  return [
    defineRoute({
      ...common,
      method: 'GET',
      path: '/api/v1/staff/accounts',
      operationId: 'listAccounts',
      summary: 'Accounts by name, address, role and state',
      access: staffOnly('admin.users.view'),
      query: listAccountsQuery,
      response: staffAccountList,
      handle: ({ actor, query }) => viewAccounts(identity, actor, query),
    }),
    defineRoute({
      ...common,
      method: 'GET',
      path: '/api/v1/staff/accounts/:id',
      operationId: 'getAccount',
      summary: 'One account',
      access: staffOnly('admin.users.view'),
      params: accountRef,
      response: staffAccount,
      handle: ({ actor, params }) => viewOneAccount(identity, actor, params.id),
    }),
    defineRoute({
      ...common,
      method: 'GET',
      path: '/api/v1/staff/accounts/:id/sessions',
      operationId: 'listSessionsOfAccount',
      summary: 'Where an account is signed in',
      access: staffOnly('admin.users.view'),
      params: accountRef,
      response: staffSessionList,
      handle: ({ actor, params }) => viewSessions(identity, actor, params.id),
    }),
    defineRoute({
      ...common,
      method: 'GET',
      path: '/api/v1/staff/roles',
      operationId: 'listRoles',
      summary: 'The roles and what each permits',
      access: staffOnly('admin.roles.view'),
      response: roleList,
      handle: async ({ actor }) => viewRoles(identity, actor),
    }),
  ];
}

function changeRoutes(identity: IdentityDeps): Route[] {
  return [
    defineRoute({
      ...common,
      method: 'PUT',
      path: '/api/v1/staff/accounts/:id/roles/:role',
      operationId: 'grantRole',
      summary: 'Gives an account a role',
      ...ofRole,
      audit: IDENTITY_ACTIONS.grantRole,
      handle: ({ actor, params, body, trail }) =>
        changeRole({ ...identity, trail }, actor, { ...params, ...body, held: true }),
    }),
    defineRoute({
      ...common,
      method: 'DELETE',
      path: '/api/v1/staff/accounts/:id/roles/:role',
      operationId: 'revokeRole',
      summary: 'Takes a role from an account',
      ...ofRole,
      audit: IDENTITY_ACTIONS.revokeRole,
      handle: ({ actor, params, body, trail }) =>
        changeRole({ ...identity, trail }, actor, { ...params, ...body, held: false }),
    }),
    defineRoute({
      ...common,
      method: 'PUT',
      path: '/api/v1/staff/accounts/:id/suspension',
      operationId: 'suspendAccount',
      summary: 'Shuts an account out, for a reason',
      access: staffOnly('admin.users.manage'),
      params: accountRef,
      body: suspension,
      response: staffAccount,
      audit: IDENTITY_ACTIONS.suspendAccount,
      handle: ({ actor, params, body, trail }) =>
        changeSuspension({ ...identity, trail }, actor, { ...params, ...body }),
    }),
    defineRoute({
      ...common,
      method: 'DELETE',
      path: '/api/v1/staff/accounts/:id/suspension',
      operationId: 'restoreAccount',
      summary: 'Lets a suspended account in again',
      access: staffOnly('admin.users.manage'),
      params: accountRef,
      response: staffAccount,
      audit: IDENTITY_ACTIONS.restoreAccount,
      handle: ({ actor, params, trail }) =>
        changeSuspension({ ...identity, trail }, actor, { ...params, reason: null }),
    }),
    defineRoute({
      ...common,
      method: 'DELETE',
      path: '/api/v1/staff/accounts/:id/sessions',
      operationId: 'endSessionsOfAccount',
      summary: 'Signs an account out everywhere',
      access: staffOnly('admin.users.manage'),
      params: accountRef,
      response: staffEndedSessions,
      audit: IDENTITY_ACTIONS.endSessions,
      handle: ({ actor, params, trail }) => endSessionsOfAccount({ ...identity, trail }, actor, params.id),
    }),
  ];
}
