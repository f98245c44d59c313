-- What part of what stays is the co-op's, from when on. A new share holds for what is confirmed after it.
create table co_op_shares (
  since timestamptz primary key,
  percent integer not null check (percent between 0 and 100),
  set_by text not null
);
insert into co_op_shares (since, percent, set_by) values ('2026-01-01T00:00:00Z', 20, 'default');

-- Money that the co-op has sent to a member. One that was wrong is taken back by its opposite.
create table payouts (
  id uuid primary key default uuidv7(),
  interviewer_id uuid not null references interviewers,
  amount_cents integer not null check (amount_cents <> 0),
  currency text not null default 'usd',
  paid_on date not null,
  note text not null default '' check (char_length(note) <= 200),
  recorded_by text not null,
  recorded_at timestamptz not null,
  -- The same form sent twice is one payout.
  form_id uuid not null unique
);
create index payouts_interviewer_id on payouts (interviewer_id, paid_on);
