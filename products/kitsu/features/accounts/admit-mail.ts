import { readEmailAddress } from '@seaworthy/platform/identity';
import { type Decision, type Guard, type Limiter, refusalOf } from '@seaworthy/platform/limits';

/** How mails that anybody may ask for are counted. */
export interface MailLimits {
  readonly limiter: Limiter;
  readonly policies: { readonly mail: Guard };
}

/**
 * Lets somebody ask for a mail to an address, whether it has an account or not. Whoever asks too often finds what was asked for in
 * the mailbox already.
 *
 * @throws AppError `too_many_requests`, `unavailable` when it cannot be counted, `invalid_input` for what is no address.
 */
export async function admitMail(
  { limiter, policies }: MailLimits,
  email: string,
  tellLimit: (decision: Decision) => void,
): Promise<void> {
  const decision = await limiter.take(policies.mail, readEmailAddress(email).key);
  if (decision.allowed) return;
  tellLimit(decision);
  throw refusalOf(decision);
}
