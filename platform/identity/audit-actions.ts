import { defineAction } from '../audit-trail/index.ts';

const onAccount = (name: string, secretFields: readonly string[] = []) =>
  defineAction({ name, target: 'account', secretFields });

/** What the audit trail tells of accounts. E-mail addresses stay out: entries outlive accounts. */
export const IDENTITY_ACTIONS = {
  createAccount: onAccount('account.create'),
  changeEmail: onAccount('account.change_email', ['email']),
  changePassword: onAccount('account.change_password'),
  resetPassword: onAccount('account.reset_password'),
  suspendAccount: onAccount('account.suspend'),
  restoreAccount: onAccount('account.restore'),
  requestDeletion: onAccount('account.request_deletion'),
  cancelDeletion: onAccount('account.cancel_deletion'),
  deleteAccount: onAccount('account.delete'),
  grantRole: onAccount('role.grant'),
  revokeRole: onAccount('role.revoke'),
  signIn: onAccount('session.begin'),
  askForCode: onAccount('session.ask_for_code'),
  refuseSignIn: onAccount('session.refuse'),
  endSession: defineAction({ name: 'session.end', target: 'session' }),
  endSessions: onAccount('session.end_many'),
  endStolenSession: defineAction({ name: 'session.end_stolen', target: 'session' }),
  enableSecondFactor: onAccount('second_factor.enable'),
  disableSecondFactor: onAccount('second_factor.disable'),
  renewRecoveryCodes: onAccount('second_factor.renew_codes'),
  createApiKey: defineAction({ name: 'api_key.create', target: 'api_key' }),
  revokeApiKey: defineAction({ name: 'api_key.revoke', target: 'api_key' }),
} as const;
