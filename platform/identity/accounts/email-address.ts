import { domainToASCII } from 'node:url';
import { invalidInput } from '../../errors/index.ts';

const ADDRESS_MAX_LENGTH = 254;
const LOCAL = /^[^\s@"(),:;<>[\\\]]{1,64}$/u;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/;

/** An e-mail address in its two forms. */
export interface EmailAddress {
  /** As it was written, without blanks around it: where mail goes. */
  readonly email: string;
  /** In the one form in which addresses are compared. */
  readonly key: string;
}

/**
 * Reads an e-mail address. Two that differ in case, in the way their letters are composed or in how an international
 * domain is written are one address. Dots and tags (`name+tag@`) in front of the @ stay: what they mean is the
 * provider's business, and two people may differ by nothing else.
 *
 * @throws AppError `invalid_input` when it cannot be an address that mail arrives at.
 */
export function readEmailAddress(text: string): EmailAddress {
  const email = text.trim().normalize('NFC');
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const domain = domainToASCII(email.slice(at + 1).toLowerCase());
  const usable = at > 0 && email.length <= ADDRESS_MAX_LENGTH && LOCAL.test(local) && DOMAIN.test(domain);
  if (!usable) {
    throw invalidInput('This is not an e-mail address.', [
      { path: 'email', message: 'must be an e-mail address', reason: 'no_address' },
    ]);
  }
  return { email, key: `${local.normalize('NFKC').toLowerCase()}@${domain}` };
}
