-- What is to be told to whom, and what became of it. The job that sends a mail carries its id alone.
create schema mail;

create table mail.messages (
  id bigint generated always as identity primary key,
  message_key uuid not null unique default gen_random_uuid(),
  kind text not null check (kind ~ '^[a-z][a-z_]*$'),
  recipient text not null check (recipient <> ''),
  language text not null,
  facts jsonb not null,
  requested_at timestamptz(3) not null default now(),
  useful_until timestamptz(3),
  sent_at timestamptz(3),
  answer text,
  check ((sent_at is null) = (answer is null))
);
create index messages_by_request on mail.messages (requested_at);
comment on table mail.messages is 'Mails that were asked for, written in the transaction of what they tell of. No secret stands in one.';
comment on column mail.messages.message_key is 'Makes the Message-ID: however often a mail is handed over, it is recognised as one.';
comment on column mail.messages.useful_until is 'Not sent after this: its link would open nothing.';
comment on column mail.messages.answer is 'What the mail server said when it took the mail over.';

create table mail.captured (
  mail_id bigint primary key references mail.messages on delete cascade,
  message_id text not null,
  sender text not null,
  recipient text not null,
  subject text not null,
  html text not null,
  plain text not null,
  captured_at timestamptz(3) not null default now()
);
comment on table mail.captured is 'Mails that went nowhere, since no mail server is set: for people who try things out. Production has none.';
