import { type Db, prepare } from '@seaworthy/platform/postgres';

/** A mail to be sent. */
export interface MailRequest {
  readonly kind: string;
  readonly recipient: string;
  readonly language: string;
  /** What the mail tells: plain data, no secret. */
  readonly facts: Readonly<Record<string, unknown>>;
}

const insert = prepare<never>(
  'insert_mail_request',
  'insert into mail_requests (kind, recipient, language, facts) values ($1, $2, $3, $4::jsonb)',
);

export async function insertMailRequest(db: Db<unknown>, mail: MailRequest): Promise<void> {
  await insert(db, [mail.kind, mail.recipient, mail.language, JSON.stringify(mail.facts)]);
}
