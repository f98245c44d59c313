-- What happens to a booking once it was paid: it moves, is called off, refunded, claimed, disputed. Records
-- beside the booking, not more states of it; and the guards that hold when the code is wrong.

alter table bookings
  -- Raised by every change of the row: what was decided on an older one is decided anew.
  add column revision integer not null default 0,
  -- SEQUENCE of the invitation: raised when the session moves or is called off.
  add column sequence integer not null default 0 check (sequence >= 0),
  -- The terms the candidate was shown. A later change of policy does not touch them.
  add column free_cancel_hours integer not null default 24 check (free_cancel_hours between 0 and 720),
  add column guarantee_days integer not null default 7 check (guarantee_days between 0 and 365),
  -- The money as Stripe last told it.
  add column captured_cents integer not null default 0,
  add column refunded_cents integer not null default 0,
  -- n of the keys capture:{booking}:{n} and cancel:{booking}:{n}: Stripe repeats a stored 5xx for a day.
  add column money_attempt integer not null default 1 check (money_attempt >= 1),
  -- What who called it off wrote to the other.
  add column end_note text not null default '' check (length(end_note) <= 1000),
  -- Who did not come, as the interviewer told it.
  add column absent text check (absent in ('candidate', 'interviewer'));

update bookings set captured_cents = price_cents where state in ('confirmed', 'completed');

alter table bookings
  add constraint bookings_captured_within_price check (captured_cents between 0 and price_cents),
  add constraint bookings_refunded_within_captured check (refunded_cents between 0 and captured_cents),
  add constraint bookings_confirmed_is_paid
    check (state not in ('confirmed', 'completed') or captured_cents = price_cents),
  add constraint bookings_confirmed_has_time
    check (state not in ('confirmed', 'completed') or confirmed_at is not null),
  add constraint bookings_checkout_has_session
    check (state <> 'checkout' or checkout_session_id is not null);

create index bookings_confirmed_by_start on bookings (starts_at) where state = 'confirmed';
create index bookings_candidate_email on bookings (lower(candidate_email));

create table refunds (
  id uuid primary key default uuidv7(),
  booking_id uuid not null references bookings,
  -- n of the idempotency key refund:{booking}:{n}.
  attempt integer not null check (attempt >= 1),
  -- `stripe`: made by somebody in Stripe's dashboard; ours only follows.
  cause text not null check (cause in ('not-confirmed', 'candidate-cancelled', 'interviewer-cancelled',
    'interviewer-absent', 'guarantee', 'operator', 'stripe')),
  amount_cents integer not null check (amount_cents > 0),
  currency text not null check (currency ~ '^[a-z]{3}$'),
  state text not null default 'owed' check (state in ('owed', 'pending', 'succeeded', 'failed')),
  stripe_refund_id text unique,
  requested_by text not null,
  requested_at timestamptz not null,
  looked_at timestamptz,
  settled_at timestamptz,
  problem text check (length(problem) <= 500),
  unique (booking_id, attempt),
  check (state not in ('pending', 'succeeded') or stripe_refund_id is not null)
);
-- One refund of ours at a time: two clicks, two people or a retry can't pay out twice.
create unique index refunds_one_of_ours on refunds (booking_id) where state <> 'failed' and cause <> 'stripe';
create index refunds_unsettled on refunds (requested_at) where state in ('owed', 'pending');

-- The guarantee, asked for. Once for a booking.
create table claims (
  id uuid primary key default uuidv7(),
  booking_id uuid not null unique references bookings,
  kind text not null check (kind in ('not-worth-it', 'nobody-came')),
  reason text not null default '' check (length(reason) <= 2000),
  state text not null check (state in ('granted', 'queued', 'declined')),
  claimed_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  check ((state = 'queued') = (decided_at is null))
);
create index claims_queued on claims (claimed_at) where state = 'queued';

-- A bank that takes money back. Named as Stripe names it.
create table disputes (
  id text primary key,
  booking_id uuid not null references bookings,
  status text not null,
  reason text not null,
  amount_cents integer not null check (amount_cents >= 0),
  opened_at timestamptz not null,
  closed_at timestamptz
);
create index disputes_booking_id on disputes (booking_id);

-- Another time, proposed by the interviewer. One at a time.
create table proposals (
  id uuid primary key default uuidv7(),
  booking_id uuid not null references bookings on delete cascade,
  starts_at timestamptz not null,
  message text not null default '' check (length(message) <= 1000),
  made_at timestamptz not null,
  -- `accepted`: the calendar is being asked; `moved`: it has said yes; `failed`: the time was gone.
  answer text check (answer in ('accepted', 'moved', 'failed', 'declined', 'withdrawn')),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create unique index proposals_one_open on proposals (booking_id) where answer is null or answer = 'accepted';

-- What the reconciler found amiss and put right: a lost delivery, a crash, a change made elsewhere.
create table repairs (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  booking_id uuid references bookings on delete cascade,
  kind text not null,
  found text not null default ''
);
create index repairs_at on repairs (at);

-- How far each recurring look at the far side has come.
create table sweeps (
  name text primary key,
  swept_until timestamptz not null
);

-- A kind of mail is sent once for an occasion: a reminder anew when the session has moved.
alter table mails add column occasion text not null default '';
alter table mails drop constraint mails_booking_id_kind_key;
alter table mails add constraint mails_once unique (booking_id, kind, occasion);

-- An alert that was dealt with may be raised again.
alter table alerts drop constraint alerts_booking_id_kind_key;
create unique index alerts_one_open on alerts (booking_id, kind) nulls not distinct where resolved_at is null;
