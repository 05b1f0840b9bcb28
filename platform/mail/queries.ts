import { type Db, prepare } from '../postgres/index.ts';
import type { Letter } from './content.ts';

/** A mail to be sent. */
export interface MailRequest {
  /** Which mail it is; whoever composes mails knows it by this name. */
  readonly kind: string;
  readonly recipient: string;
  readonly language: string;
  /** What it tells: plain data, no secret. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** After so many seconds it is of no use any more and is not sent. */
  readonly usefulForS?: number | undefined;
}

const insert = prepare<{ id: number }>(
  'mail_insert_message',
  `insert into mail.messages (kind, recipient, language, facts, useful_until)
   values ($1, $2, $3, $4::jsonb, now() + make_interval(secs => $5::double precision)) returning id`,
);

/** Writes a mail down and returns its id. */
export async function insertMessage(db: Db<unknown>, mail: MailRequest): Promise<number> {
  const { kind, recipient, language, facts, usefulForS = null } = mail;
  const [row] = await insert(db, [kind, recipient, language, JSON.stringify(facts), usefulForS]);
  if (row === undefined) throw new Error('A mail was not written down.');
  return row.id;
}

/** A mail that was asked for. */
export interface MessageRow {
  readonly id: number;
  readonly message_key: string;
  readonly kind: string;
  readonly recipient: string;
  readonly language: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly requested_at: Date;
  readonly is_sent: boolean;
  readonly is_too_late: boolean;
}

const select = prepare<MessageRow>(
  'mail_select_message',
  `select id, message_key, kind, recipient, language, facts, requested_at, sent_at is not null as is_sent,
     coalesce(useful_until <= now(), false) as is_too_late
   from mail.messages where id = $1`,
);

/** The mail of this id; undefined when it is not kept (any more). */
export async function selectMessage(db: Db<unknown>, id: number): Promise<MessageRow | undefined> {
  return (await select(db, [id]))[0];
}

const updateSent = prepare<never>(
  'mail_note_sent',
  'update mail.messages set sent_at = now(), answer = $2 where id = $1 and sent_at is null',
);

/** Notes that a mail was handed over, and what was said to that. */
export async function noteSent(db: Db<unknown>, id: number, answer: string): Promise<void> {
  await updateSent(db, [id, answer]);
}

const selectSaid = prepare<{ answer: string | null }>(
  'mail_answer',
  'select answer from mail.messages where id = $1',
);

/** What the mail server said when it took a mail over; undefined when it has not. */
export async function answerTo(db: Db<unknown>, id: number): Promise<string | undefined> {
  return (await selectSaid(db, [id]))[0]?.answer ?? undefined;
}

const insertLetter = prepare<never>(
  'mail_capture',
  `insert into mail.captured (mail_id, message_id, sender, recipient, subject, html, plain)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

/** Keeps a mail instead of sending it. */
export async function insertCaptured(db: Db<unknown>, id: number, letter: Letter): Promise<void> {
  const { messageId, from, to, subject, html, text } = letter;
  const sender = from.name === '' ? from.address : `${from.name} <${from.address}>`;
  await insertLetter(db, [id, messageId, sender, to, subject, html, text]);
}

/** A captured mail, as a list shows it. */
export interface CapturedRow {
  readonly mail_id: number;
  readonly recipient: string;
  readonly subject: string;
  readonly captured_at: Date;
}

/** A captured mail in full. */
export interface CapturedLetterRow extends CapturedRow {
  readonly message_id: string;
  readonly sender: string;
  readonly html: string;
  readonly plain: string;
}

const selectLatest = prepare<CapturedRow>(
  'mail_list_captured',
  'select mail_id, recipient, subject, captured_at from mail.captured order by mail_id desc limit $1',
);

/** The latest captured mails, the newest first. */
export function selectCaptured(db: Db<unknown>, countMax: number): Promise<CapturedRow[]> {
  return selectLatest(db, [countMax]);
}

const selectLetter = prepare<CapturedLetterRow>(
  'mail_get_captured',
  `select mail_id, message_id, sender, recipient, subject, html, plain, captured_at
   from mail.captured where mail_id = $1`,
);

/** One captured mail; undefined when there is none of this id. */
export async function selectCapturedLetter(
  db: Db<unknown>,
  mailId: number,
): Promise<CapturedLetterRow | undefined> {
  return (await selectLetter(db, [mailId]))[0];
}

const deleteMessages = prepare<never>(
  'mail_delete_old',
  'delete from mail.messages where requested_at < now() - make_interval(days => $1::integer)',
);

/** Forgets mails that were asked for so many days ago, sent or not, captured ones included. */
export async function deleteOldMails(db: Db<unknown>, days: number): Promise<void> {
  await deleteMessages(db, [days]);
}
