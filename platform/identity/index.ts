export { challengeToken } from './accounts/challenge-token.ts';
export { createAccount } from './accounts/create-account.ts';
export { getAccount } from './accounts/get-account.ts';
export type { AccountRow } from './accounts/queries.ts';
export { confirmRegistration, type RegistrationWish, register } from './accounts/register.ts';
export {
  type AccountActor,
  type Actor,
  ANONYMOUS,
  authoriseAccount,
  NOT_ALLOWED,
  permits,
  type SystemActor,
} from './actor.ts';
export type { IdentityDeps, IdentityMail, RequestMail, SessionLifetimes } from './identity-deps.ts';
export { DEVELOPMENT_KEY_PREFIX, type KeyRing, newRingKey, parseKeyRing } from './key-ring.ts';
export { createPasswordHasher, type PasswordHasher } from './passwords/password-hasher.ts';
export { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './passwords/password-rules.ts';
export { defineRoles, type RoleCatalogue, type RoleDefinition } from './roles.ts';
export { type SessionCookies, sessionCookies } from './session-cookies.ts';
export type { BegunSession, SignInFrom } from './sessions/begin-session.ts';
export { type Credential, identifyActor } from './sessions/identify-actor.ts';
export type { ListedSession } from './sessions/queries.ts';
export { rotateTokens, type TokenPair } from './sessions/rotate-tokens.ts';
export { signIn } from './sessions/sign-in.ts';
export { endOwnSessions, endSession, listSessions, signOut } from './sessions/sign-out.ts';
