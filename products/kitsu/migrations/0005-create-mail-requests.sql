create table mail_requests (
  id bigint generated always as identity primary key,
  kind text not null,
  recipient text not null check (recipient <> ''),
  language text not null,
  facts jsonb not null,
  requested_at timestamptz(3) not null default now()
);
comment on table mail_requests is 'Mails to be sent, written in the transaction of what they tell of. No secret stands in one.';
