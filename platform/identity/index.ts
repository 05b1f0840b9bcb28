export { challengeToken } from './accounts/challenge-token.ts';
export { confirmEmailChange, requestEmailChange } from './accounts/change-email.ts';
export { changePassword, completeReset, requestReset } from './accounts/change-password.ts';
export { createAccount } from './accounts/create-account.ts';
export { cancelDeletion, exportAccount, requestDeletion } from './accounts/delete-account.ts';
export { readEmailAddress } from './accounts/email-address.ts';
export { findAccount, getAccount, namesOfAccounts } from './accounts/get-account.ts';
export { type ForeignAccount, importAccount } from './accounts/import-account.ts';
export { type AccountFilter, listAccounts } from './accounts/list-accounts.ts';
export { purgeIdentity } from './accounts/purge.ts';
export { type AccountRow, updateProfile } from './accounts/queries.ts';
export { confirmRegistration, type RegistrationWish, register } from './accounts/register.ts';
export { restoreAccount, suspendAccount } from './accounts/suspend-account.ts';
export {
  type AccountActor,
  type Actor,
  ANONYMOUS,
  authoriseAccount,
  NOT_ALLOWED,
  permits,
  type SystemActor,
} from './actor.ts';
export { type ApiKeyWish, createApiKey, listApiKeys, revokeApiKey } from './api-keys/manage-api-keys.ts';
export type { ApiKeyRow } from './api-keys/queries.ts';
export { IDENTITY_ACTIONS } from './audit-actions.ts';
export type { Audited, IdentityDeps, IdentityMail, RequestMail, SessionLifetimes } from './identity-deps.ts';
export { DEVELOPMENT_KEY_PREFIX, type KeyRing, newRingKey, parseKeyRing } from './key-ring.ts';
export { createPasswordHasher, type PasswordHasher } from './passwords/password-hasher.ts';
export { grantRole, type Operator, type RoleChange, revokeRole } from './roles/grant-role.ts';
export { defineRoles, type RoleCatalogue, type RoleDefinition } from './roles.ts';
export {
  beginSecondFactor,
  confirmOwnSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  secondFactorOf,
} from './second-factor/manage-second-factor.ts';
export { type SessionCookies, sessionCookies } from './session-cookies.ts';
export type { BegunSession, SignInFrom } from './sessions/begin-session.ts';
export { type Credential, identifyActor } from './sessions/identify-actor.ts';
export { isKnownDevice } from './sessions/known-device.ts';
export type { ListedSession } from './sessions/queries.ts';
export { rotateTokens, type TokenPair } from './sessions/rotate-tokens.ts';
export { completeSignIn, type SignInOutcome, signIn } from './sessions/sign-in.ts';
export { endOwnSessions, endSession, endSessionsOf, listSessions, signOut } from './sessions/sign-out.ts';
