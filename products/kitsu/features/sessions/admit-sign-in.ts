import { isAppError } from '@seaworthy/platform/errors';
import { type IdentityDeps, isKnownDevice, readEmailAddress } from '@seaworthy/platform/identity';
import { type Decision, type Guard, type Limiter, networkOf, refusalOf } from '@seaworthy/platform/limits';

/** How attempts to sign in are counted. */
export interface SignInLimits {
  readonly limiter: Limiter;
  readonly policies: { readonly signInOfAccount: Guard; readonly signInOfNetwork: Guard };
}

/** Who tries, as far as he says so. */
export interface SignInAttempt {
  readonly email: string;
  readonly address: string;
  readonly deviceToken: string | undefined;
  /** Told of each limit that was asked. */
  readonly tellLimit: (decision: Decision) => void;
}

/**
 * Has somebody try to sign in, as long as neither the account nor the network he comes from had too many failures. On a
 * device that the account was used on before only that device's own failures count: whoever fails from elsewhere does not lock
 * the owner out. What did not fail for a wrong password counts no longer.
 *
 * @throws AppError `too_many_requests`, `unavailable` when it cannot be counted, and whatever `attempt` throws.
 */
export async function admitSignIn<Result>(
  deps: SignInLimits & Pick<IdentityDeps, 'db'>,
  { email, address, deviceToken, tellLimit }: SignInAttempt,
  attempt: () => Promise<Result>,
  isDone: (result: Result) => boolean,
): Promise<Result> {
  const { limiter, policies } = deps;
  const account = readEmailAddress(email).key;
  const taken: Decision[] = [];
  const take = async (policy: Guard, subject: string) => {
    const decision = await limiter.take(policy, subject);
    tellLimit(decision);
    if (!decision.allowed) throw refusalOf(decision);
    taken.push(decision);
  };
  const takeBack = () => Promise.all(taken.map((decision) => limiter.takeBack(decision)));
  if (deviceToken !== undefined && (await isKnownDevice(deps, account, deviceToken))) {
    await take(policies.signInOfAccount, `${account} on ${deviceToken}`);
  } else {
    await take(policies.signInOfNetwork, networkOf(address));
    await take(policies.signInOfAccount, account);
  }
  try {
    const result = await attempt();
    if (isDone(result)) await takeBack();
    return result;
  } catch (error) {
    if (isAppError(error, 'unavailable')) await takeBack();
    throw error;
  }
}

/**
 * Counts a code that is entered after the password as an attempt of its network: codes are guessed as well.
 *
 * @throws AppError as for the password.
 */
export async function admitCode<Result>(
  { limiter, policies }: SignInLimits,
  { address, tellLimit }: Pick<SignInAttempt, 'address' | 'tellLimit'>,
  attempt: () => Promise<Result>,
): Promise<Result> {
  const decision = await limiter.take(policies.signInOfNetwork, networkOf(address));
  tellLimit(decision);
  if (!decision.allowed) throw refusalOf(decision);
  const result = await attempt();
  await limiter.takeBack(decision);
  return result;
}
