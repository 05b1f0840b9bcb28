import { defineRoute, type Route } from '@seaworthy/platform/http';
import { confirmRegistration, type IdentityDeps, register } from '@seaworthy/platform/identity';
import { confirmedRegistration, linkBody, mailOnItsWay, ownAccount, registration } from './contract.ts';
import { getOwnAccount } from './get-own-account.ts';

const MAIL_ON_ITS_WAY = { status: 'mail_on_its_way' } as const;

/** Registration, and the own account. */
export function accountRoutes({ identity }: { identity: IdentityDeps }): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/v1/registrations',
      operationId: 'register',
      summary: 'Wishes for an account; a mail brings the link that makes it',
      tags: ['account'],
      access: 'public',
      status: 202,
      body: registration,
      response: mailOnItsWay,
      handle: async ({ body }) => {
        await register(identity, body);
        return MAIL_ON_ITS_WAY;
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/v1/registrations/confirmation',
      operationId: 'confirmRegistration',
      summary: 'Makes the account that the link of the mail is for',
      tags: ['account'],
      access: 'public',
      status: 201,
      body: linkBody,
      response: confirmedRegistration,
      handle: ({ body }) => confirmRegistration(identity, body.token),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/v1/account',
      operationId: 'getOwnAccount',
      summary: 'The own account and what it may do',
      tags: ['account'],
      access: { permission: 'account.view' },
      response: ownAccount,
      handle: ({ actor }) => getOwnAccount(identity, actor),
    }),
  ];
}
