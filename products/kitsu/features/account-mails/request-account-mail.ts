import type { RequestMail } from '@seaworthy/platform/identity';
import { requestMail } from '@seaworthy/platform/mail';

/** Has a mail about an account sent, if the transaction of what it tells of is committed. */
export const requestAccountMail: RequestMail = async (tx, { kind, to, language, ...facts }) => {
  await requestMail(tx, { kind, recipient: to, language, facts, usefulForS: facts.linkLifetimeS });
};
