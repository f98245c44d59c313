-- One row a booking, from the moment a candidate's cal.com slot is claimed. The database is the last
-- guard: overlapping live bookings, a uid claimed twice or money that makes no sense cannot be stored.

create table bookings (
  id uuid primary key default uuidv7(),
  -- What people read out: 508-7K2QD.
  reference text not null unique,
  interviewer_id uuid not null references interviewers,
  state text not null check (state in
    ('held', 'checkout', 'authorised', 'confirmed', 'completed', 'expired', 'released', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  slot tstzrange not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,

  calcom_connection_id uuid references calcom_connections on delete set null,
  calcom_uid text not null unique,
  -- When the cal.com booking of an ended booking was declined or cancelled; null while it is owed.
  calendar_released_at timestamptz,
  meeting_url text,

  -- Snapshot of the rate the candidate saw.
  price_cents integer not null check (price_cents >= 0),
  currency text not null check (currency ~ '^[a-z]{3}$'),

  candidate_name text not null check (length(candidate_name) between 1 and 100),
  candidate_email text not null check (length(candidate_email) between 3 and 254),
  candidate_time_zone text not null,

  hold_expires_at timestamptz not null,
  checkout_attempt integer not null default 0,
  checkout_started_at timestamptz,
  checkout_expires_at timestamptz,
  checkout_session_id text unique,
  checkout_url text,
  payment_intent_id text unique,

  authorised_at timestamptz,
  confirmed_at timestamptz,
  read_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  check (state not in ('authorised', 'confirmed', 'completed') or payment_intent_id is not null),
  check ((state in ('expired', 'released', 'cancelled')) = (ended_at is not null)),
  constraint bookings_one_live_booking_per_slot exclude using gist (interviewer_id with =, slot with &&)
    where (state in ('held', 'checkout', 'authorised', 'confirmed'))
);
create index bookings_interviewer_upcoming on bookings (interviewer_id, starts_at);
create index bookings_unsettled on bookings (hold_expires_at)
  where state in ('held', 'checkout', 'authorised');
create index bookings_calendar_owed on bookings (ended_at)
  where state in ('expired', 'released', 'cancelled') and calendar_released_at is null;

-- What the candidate tells the interviewer. The row exists once the details were given in full.
create table booking_details (
  booking_id uuid primary key references bookings on delete cascade,
  background text not null check (length(background) <= 4000),
  subject text not null check (length(subject) <= 40),
  technologies text[] not null default '{}',
  focus text not null check (length(focus) <= 4000),
  target_companies text not null default '' check (length(target_companies) <= 500),
  notes text not null default '' check (length(notes) <= 4000),
  given_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table resumes (
  booking_id uuid primary key references bookings on delete cascade,
  filename text not null check (length(filename) between 1 and 120),
  size integer not null check (size between 1 and 5242880),
  sha256 text not null,
  bytes bytea not null,
  uploaded_at timestamptz not null default now()
);

-- Who or what moved a booking, when, from where to where, and why.
create table booking_history (
  id bigint generated always as identity primary key,
  booking_id uuid not null references bookings on delete cascade,
  at timestamptz not null,
  actor text not null,
  from_state text,
  to_state text not null,
  reason text not null
);
create index booking_history_booking_id on booking_history (booking_id, id);

-- The links in mails. Only the hash of a link's token is kept.
create table booking_links (
  token_hash bytea primary key,
  booking_id uuid not null references bookings on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index booking_links_booking_id on booking_links (booking_id);

-- Mails owed: written in the transaction that changed the booking, sent by a job, once per kind.
create table mails (
  id uuid primary key default uuidv7(),
  booking_id uuid not null references bookings on delete cascade,
  kind text not null,
  queued_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  unique (booking_id, kind)
);
create index mails_unsent on mails (queued_at) where sent_at is null;

-- Webhooks as they came in: stored once, answered at once, handled by a job that re-reads the truth.
create table inbox (
  id uuid primary key default uuidv7(),
  source text not null check (source in ('stripe', 'calcom')),
  external_id text not null,
  type text not null,
  payload jsonb not null,
  received_at timestamptz not null default now(),
  handled_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  unique (source, external_id)
);
create index inbox_unhandled on inbox (received_at) where handled_at is null;

-- What a person at the co-op has to look at.
create table alerts (
  id uuid primary key default uuidv7(),
  booking_id uuid references bookings on delete cascade,
  kind text not null,
  message text not null,
  raised_at timestamptz not null default now(),
  resolved_at timestamptz,
  unique (booking_id, kind)
);
