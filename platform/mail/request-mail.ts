import { enqueue } from '../jobs/index.ts';
import type { Db } from '../postgres/index.ts';
import { insertMessage, type MailRequest } from './queries.ts';
import { sendMail } from './tasks.ts';

/** A mail that was asked for. */
export interface RequestedMail {
  readonly mailId: number;
  /** The job that sends it. */
  readonly jobId: number;
}

/** Has a mail sent when, and only when, the caller's transaction commits. */
export async function requestMail(tx: Db<unknown>, mail: MailRequest): Promise<RequestedMail> {
  const mailId = await insertMessage(tx, mail);
  // People wait for most of them.
  return { mailId, jobId: await enqueue(tx, sendMail, { mailId }, { priority: 'high' }) };
}
