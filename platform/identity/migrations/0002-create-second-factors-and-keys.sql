create table identity.second_factors (
  account_id uuid primary key references identity.accounts on delete cascade,
  sealed_secret text not null,
  confirmed_at timestamptz(3),
  last_step bigint not null default 0,
  created_at timestamptz(3) not null default now()
);
comment on column identity.second_factors.sealed_secret is 'Encrypted under a key of the ring, bound to the account.';
comment on column identity.second_factors.last_step is 'The time step of the last code that was taken: no code is good twice.';

create table identity.recovery_codes (
  account_id uuid not null references identity.accounts on delete cascade,
  code_hash bytea not null check (length(code_hash) = 32),
  primary key (account_id, code_hash)
);
comment on table identity.recovery_codes is 'Each opens the second factor once and is gone with it.';

create table identity.api_keys (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references identity.accounts on delete cascade,
  name text not null check (name <> ''),
  prefix text not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  scopes text[] not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  last_address text,
  revoked_at timestamptz(3)
);
create index api_keys_of_account on identity.api_keys (account_id, created_at desc);
comment on column identity.api_keys.prefix is 'The beginning of the key, by which its owner knows it again.';
