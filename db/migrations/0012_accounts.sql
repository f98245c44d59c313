-- How members prove who they are beside a password, and how often anybody may try to.

alter table users add column two_factor_enabled boolean not null default false;
alter table users add column password_changed_at timestamptz;

-- better-auth's table of its two-factor plugin; secret and recovery codes are encrypted with a key that
-- is not in the database. The last four columns are ours.
create table second_factors (
  id uuid primary key default uuidv7(),
  user_id uuid not null unique references users on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  -- What the app is shown until its first code came back.
  setup_sealed bytea,
  -- A code opens one session: what was entered last is not taken again.
  last_code text,
  last_code_at timestamptz,
  created_at timestamptz not null default now()
);

create table passkeys (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users on delete cascade,
  name text not null check (length(name) between 1 and 60),
  -- As WebAuthn writes it, base64url.
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkeys_user_id on passkeys (user_id);

-- How much of something was used up, for all processes together: tries to sign in, mostly.
create table allowances (
  key text primary key,
  spent integer not null,
  ends_at timestamptz not null
);
create index allowances_ends_at on allowances (ends_at);
