import type { RequestMail } from '@seaworthy/platform/identity';
import { insertMailRequest } from './queries.ts';

/** Writes down, in the transaction of what it tells of, that a mail is to be sent; one is sent if the other is committed. */
export const requestMail: RequestMail = async (tx, { kind, to, language, ...facts }) => {
  await insertMailRequest(tx, { kind, recipient: to, language, facts });
};
