import type { LimitRule, RequestLimits } from '@seaworthy/platform/http';
import { type Budget, defineBudget, defineGuard, type Limiter, type Quota } from '@seaworthy/platform/limits';
import type { LimitQuotas } from './limit-settings.ts';

const SIGN_IN = 'Too many attempts to sign in';
const READ = 'You ask too often';
const WRITE = 'You change too much at once';

/** Every policy of Kitsu. */
export function limitPolicies(quotas: LimitQuotas) {
  return {
    signInOfAccount: defineGuard({
      name: 'sign-in-account',
      counts: 'account',
      refusal: SIGN_IN,
      ...quotas.signInLimit,
    }),
    signInOfNetwork: defineGuard({
      name: 'sign-in-network',
      counts: 'address',
      refusal: SIGN_IN,
      ...quotas.signInLimit,
    }),
    registration: defineGuard({
      name: 'registration',
      counts: 'address',
      refusal: 'Too many accounts and new passwords were asked for from your network',
      ...quotas.registrationLimit,
    }),
    mail: defineGuard({
      name: 'mail',
      counts: 'mailbox',
      refusal: 'This address got several mails already. Look for them, also among the unwanted ones',
      ...quotas.mailLimit,
    }),
    proof: defineGuard({
      name: 'proof',
      counts: 'account',
      refusal: 'You entered your password too often',
      ...quotas.proofLimit,
    }),
    read: budget('read', 'address', READ, quotas.readLimit, 50),
    accountRead: budget('account-read', 'account', READ, quotas.accountReadLimit, 50),
    search: budget('search', 'address', READ, quotas.searchLimit, 10),
    accountSearch: budget('account-search', 'account', READ, quotas.accountSearchLimit, 10),
    picture: budget('picture', 'address', READ, quotas.pictureLimit, 200),
    write: budget('write', 'address', WRITE, quotas.writeLimit),
    accountWrite: budget('account-write', 'account', WRITE, quotas.accountWriteLimit),
  } as const;
}

/** What {@link limitPolicies} gives. */
export type LimitPolicies = ReturnType<typeof limitPolicies>;

/** What routes need to count what depends on more than who calls. */
export interface KitsuLimits {
  readonly limiter: Limiter;
  readonly policies: LimitPolicies;
}

/** Which policies stand behind the names that routes give. */
export function limitRules(policies: LimitPolicies): Readonly<Record<string, LimitRule>> {
  const { signInOfAccount, signInOfNetwork, registration, mail, proof } = policies;
  return {
    read: { address: policies.read, account: policies.accountRead },
    search: { address: policies.search, account: policies.accountSearch },
    picture: { address: policies.picture },
    write: { address: policies.write, account: policies.accountWrite },
    'sign-in': { within: [signInOfNetwork, signInOfAccount] },
    registration: { address: registration, within: [mail] },
    proof: { account: proof },
    'proof-and-mail': { account: proof, within: [mail] },
  };
}

/** The rules of routes that name none. */
export const LIMIT_DEFAULTS = { read: 'read', write: 'write' } as const;

/** The limits of Kitsu's API. */
export function requestLimits({ limiter, policies }: KitsuLimits): RequestLimits {
  return { limiter, rules: limitRules(policies), defaults: LIMIT_DEFAULTS };
}

/** Taken ahead only where it is stated: then less than the quota may get through, and never more. */
function budget(name: string, counts: Budget['counts'], refusal: string, quota: Quota, aheadMax = 1): Budget {
  return defineBudget({
    name,
    counts,
    refusal,
    ...quota,
    aheadMax: Math.min(aheadMax, Math.ceil(quota.count / 10)),
  });
}
