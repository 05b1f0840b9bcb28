import { defineRoute, type Route } from '@seaworthy/platform/http';
import {
  type Actor,
  authoriseAccount,
  cancelDeletion,
  changePassword,
  completeReset,
  confirmEmailChange,
  confirmRegistration,
  exportAccount,
  IDENTITY_ACTIONS,
  type IdentityDeps,
  register,
  requestDeletion,
  requestEmailChange,
  requestReset,
} from '@seaworthy/platform/identity';
import { admitMail, type MailLimits } from './admit-mail.ts';
import { changeProfile } from './change-profile.ts';
import {
  accountExport,
  confirmedAddress,
  deletionDue,
  deletionWish,
  emailChange,
  linkBody,
  mailOnItsWay,
  noContent,
  ownAccount,
  passwordChange,
  profileChange,
  registration,
  resetCompletion,
  resetWish,
} from './contract.ts';
import { getOwnAccount } from './get-own-account.ts';

const MAIL_ON_ITS_WAY = { status: 'mail_on_its_way' } as const;

/** Registration, the own account, and ways back into it. */
export function accountRoutes({ identity, limits }: { identity: IdentityDeps; limits: MailLimits }): Route[] {
  return [
    ...registrationRoutes(identity, limits),
    ...ownAccountRoutes(identity, limits),
    ...passwordRoutes(identity, limits),
    ...leavingRoutes(identity),
  ];
}

function registrationRoutes(identity: IdentityDeps, limits: MailLimits): Route[] {
  const common = { method: 'POST', tags: ['account'], access: 'public' } as const;
  return [
    defineRoute({
      ...common,
      path: '/api/v1/registrations',
      operationId: 'register',
      summary: 'Wishes for an account; a mail brings the link that makes it',
      status: 202,
      body: registration,
      response: mailOnItsWay,
      limit: 'registration',
      handle: async ({ body, tellLimit }) => {
        await admitMail(limits, body.email, tellLimit);
        await register(identity, body);
        return MAIL_ON_ITS_WAY;
      },
    }),
    defineRoute({
      ...common,
      path: '/api/v1/registrations/confirmation',
      operationId: 'confirmRegistration',
      summary: 'Makes the account that the link of the mail is for',
      status: 201,
      body: linkBody,
      response: confirmedAddress,
      audit: IDENTITY_ACTIONS.createAccount,
      handle: ({ body, trail }) => confirmRegistration({ ...identity, trail }, body.token),
    }),
  ];
}

function ownAccountRoutes(identity: IdentityDeps, limits: MailLimits): Route[] {
  return [
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
    defineRoute({
      method: 'PATCH',
      path: '/api/v1/account',
      operationId: 'changeProfile',
      summary: 'Changes the name and the language of the own account',
      tags: ['account'],
      access: { permission: 'account.manage' },
      body: profileChange,
      response: ownAccount,
      handle: ({ actor, body }) => changeProfile(identity, actor, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/v1/account/email',
      operationId: 'requestEmailChange',
      summary: 'Mails a link to a new address of the own account',
      tags: ['account'],
      access: { permission: 'account.manage' },
      status: 202,
      body: emailChange,
      response: mailOnItsWay,
      limit: 'proof-and-mail',
      handle: async ({ actor, body, tellLimit }) => {
        await admitMail(limits, body.email, tellLimit);
        await requestEmailChange(identity, authoriseAccount(actor, 'account.manage'), body);
        return MAIL_ON_ITS_WAY;
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/v1/account/email/confirmation',
      operationId: 'confirmEmailChange',
      summary: 'Makes the address that the link was sent to the own one',
      tags: ['account'],
      access: 'public',
      body: linkBody,
      response: confirmedAddress,
      audit: IDENTITY_ACTIONS.changeEmail,
      handle: ({ body, trail }) => confirmEmailChange({ ...identity, trail }, body.token),
    }),
  ];
}

function passwordRoutes(identity: IdentityDeps, limits: MailLimits): Route[] {
  return [
    defineRoute({
      method: 'PUT',
      path: '/api/v1/account/password',
      operationId: 'changePassword',
      summary: 'Changes the own password; every other session ends',
      tags: ['account'],
      access: { permission: 'account.manage' },
      status: 204,
      body: passwordChange,
      response: noContent,
      audit: IDENTITY_ACTIONS.changePassword,
      limit: 'proof',
      handle: async ({ actor, body, trail }) => {
        await changePassword({ ...identity, trail }, authoriseAccount(actor, 'account.manage'), body);
        return null;
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/v1/password-resets',
      operationId: 'requestPasswordReset',
      summary: 'Mails a link by which a forgotten password is set anew',
      tags: ['account'],
      access: 'public',
      status: 202,
      body: resetWish,
      response: mailOnItsWay,
      limit: 'registration',
      handle: async ({ body, tellLimit }) => {
        await admitMail(limits, body.email, tellLimit);
        await requestReset(identity, body);
        return MAIL_ON_ITS_WAY;
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/v1/password-resets/completion',
      operationId: 'completePasswordReset',
      summary: 'Sets the password anew; every session ends',
      tags: ['account'],
      access: 'public',
      status: 204,
      body: resetCompletion,
      response: noContent,
      audit: IDENTITY_ACTIONS.resetPassword,
      handle: async ({ body, trail }) => {
        await completeReset({ ...identity, trail }, body);
        return null;
      },
    }),
  ];
}

function leavingRoutes(identity: IdentityDeps): Route[] {
  const common = { tags: ['account'], access: { permission: 'account.manage' } } as const;
  const own = (actor: Actor) => authoriseAccount(actor, 'account.manage').accountId;
  return [
    defineRoute({
      ...common,
      method: 'GET',
      path: '/api/v1/account/export',
      operationId: 'exportAccount',
      summary: 'Everything that is kept of the own account',
      response: accountExport,
      handle: async ({ actor }) => ({
        exportedAt: identity.clock.now().toISOString(),
        identity: await exportAccount(identity, own(actor)),
      }),
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path: '/api/v1/account/deletion',
      operationId: 'requestDeletion',
      summary: 'Gives the own account up; for thirty days signing in brings it back',
      body: deletionWish,
      response: deletionDue,
      audit: IDENTITY_ACTIONS.requestDeletion,
      limit: 'proof',
      handle: async ({ actor, body, trail }) => ({
        dueAt: (await requestDeletion({ ...identity, trail }, own(actor), body.password)).toISOString(),
      }),
    }),
    defineRoute({
      ...common,
      method: 'DELETE',
      path: '/api/v1/account/deletion',
      operationId: 'cancelDeletion',
      summary: 'Keeps the own account after all',
      status: 204,
      response: noContent,
      audit: IDENTITY_ACTIONS.cancelDeletion,
      handle: async ({ actor, trail }) => {
        await cancelDeletion({ ...identity, trail }, own(actor));
        return null;
      },
    }),
  ];
}
