-- Who may sign in (better-auth's four tables, in our naming) and what visitors choose from.

create extension if not exists btree_gist;

create table users (
  id uuid primary key default uuidv7(),
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  role text not null default 'interviewer' check (role in ('interviewer', 'operator')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sessions (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_user_id on sessions (user_id);

create table credentials (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credentials_user_id on credentials (user_id);

create table verifications (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);

-- A portrait is named by the hash of its bytes, so its address may be cached for ever.
create table portraits (
  id text primary key,
  content_type text not null,
  bytes bytea not null
);

create table interviewers (
  id uuid primary key default uuidv7(),
  user_id uuid unique references users on delete set null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 80),
  headline text not null check (length(headline) <= 120),
  line text not null default '' check (length(line) <= 200),
  summary text not null default '' check (length(summary) <= 300),
  bio text not null default '' check (length(bio) <= 6000),
  languages text[] not null default '{}',
  time_zone text not null,
  portrait_id text references portraits,
  -- What one interview costs the candidate, in the currency's smallest unit.
  rate_cents integer not null check (rate_cents between 0 and 1000000),
  currency text not null default 'usd' check (currency ~ '^[a-z]{3}$'),
  published_at timestamptz,
  is_sample boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table work_history (
  id uuid primary key default uuidv7(),
  interviewer_id uuid not null references interviewers on delete cascade,
  position integer not null,
  company text not null check (length(company) between 1 and 80),
  title text not null check (length(title) between 1 and 120),
  start_year integer not null check (start_year between 1950 and 2100),
  end_year integer check (end_year >= start_year),
  unique (interviewer_id, position)
);

create table tags (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('technology', 'subject')),
  slug text not null,
  name text not null check (length(name) between 1 and 40),
  unique (kind, slug)
);

create table interviewer_tags (
  interviewer_id uuid not null references interviewers on delete cascade,
  tag_id uuid not null references tags on delete cascade,
  position integer not null default 0,
  primary key (interviewer_id, tag_id)
);
create index interviewer_tags_tag_id on interviewer_tags (tag_id);

-- Which cal.com account answers for an interviewer. Secrets are sealed (AES-256-GCM), never plain.
create table calcom_connections (
  id uuid primary key default uuidv7(),
  interviewer_id uuid not null unique references interviewers on delete cascade,
  username text not null,
  event_type_id bigint not null,
  event_type_slug text not null,
  -- Null: the co-op's team key speaks for this account.
  api_key_sealed bytea,
  webhook_secret_sealed bytea not null,
  verified_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
