create schema identity;

create table identity.accounts (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  email_key text not null unique,
  display_name text not null check (display_name <> ''),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  suspended_at timestamptz(3),
  suspension_reason text,
  deletion_due_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  check ((suspended_at is null) = (suspension_reason is null))
);
create index accounts_by_creation on identity.accounts (created_at desc, id desc);
comment on column identity.accounts.email is 'As its owner writes it; proven by a link, or vouched for by an operator.';
comment on column identity.accounts.email_key is 'The same in the one form that is compared.';

create table identity.passwords (
  account_id uuid primary key references identity.accounts on delete cascade,
  verifier text not null check (verifier <> ''),
  changed_at timestamptz(3) not null default now()
);
comment on table identity.passwords is 'Apart from the accounts, so that no read of an account carries a verifier.';

create table identity.role_grants (
  account_id uuid not null references identity.accounts on delete cascade,
  role text not null,
  granted_by uuid references identity.accounts on delete set null,
  granted_at timestamptz(3) not null default now(),
  primary key (account_id, role)
);
create index role_grants_by_role on identity.role_grants (role);
create index role_grants_by_granter on identity.role_grants (granted_by) where granted_by is not null;
comment on column identity.role_grants.granted_by is 'Null: an operator, by command.';

create table identity.devices (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references identity.accounts on delete cascade,
  token_hash bytea not null unique check (length(token_hash) = 32),
  first_used_at timestamptz(3) not null default now(),
  last_used_at timestamptz(3) not null default now()
);
create index devices_of_account on identity.devices (account_id);

create table identity.sessions (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references identity.accounts on delete cascade,
  kind text not null check (kind in ('browser', 'api')),
  device_id uuid references identity.devices on delete set null,
  device_name text not null,
  address text not null,
  generation integer not null default 1,
  rotated_at timestamptz(3),
  rotation_key text,
  rotation_salt bytea,
  created_at timestamptz(3) not null default now(),
  last_used_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  end_reason text,
  check ((ended_at is null) = (end_reason is null))
);
create index sessions_of_account on identity.sessions (account_id, last_used_at desc);
create index sessions_of_device on identity.sessions (device_id) where device_id is not null;
comment on column identity.sessions.generation is 'How often the tokens were renewed, from 1; always 1 for browsers.';
comment on column identity.sessions.rotation_salt is 'With the renewed token and the named key it gives the tokens of this generation again, for the grace of a second tab.';

create table identity.session_tokens (
  token_hash bytea primary key check (length(token_hash) = 32),
  session_id uuid not null references identity.sessions on delete cascade,
  use text not null check (use in ('cookie', 'access', 'refresh')),
  generation integer not null,
  expires_at timestamptz(3) not null
);
create index tokens_of_session on identity.session_tokens (session_id);

create table identity.challenges (
  id uuid primary key default gen_random_uuid(),
  purpose text not null check (purpose in ('verify', 'reset', 'email', 'second_factor')),
  account_id uuid references identity.accounts on delete cascade,
  email text,
  attempt_count integer not null default 0,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create index challenges_of_account on identity.challenges (account_id) where account_id is not null;
create index challenges_by_expiry on identity.challenges (expires_at);
comment on table identity.challenges is 'What somebody has to prove once. Its token is computed from the id and a secret key, and stored nowhere.';
comment on column identity.challenges.account_id is 'Null where there is no account (yet): asking leaves the same traces either way.';

create table identity.registrations (
  challenge_id uuid primary key references identity.challenges on delete cascade,
  email text not null,
  display_name text not null,
  language text not null,
  verifier text not null
);
comment on table identity.registrations is 'Wishes for an account that wait for their mail to be answered; several may wait for one address.';
