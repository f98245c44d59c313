-- What the interviewer writes after a session. A draft until it is sent; sent once, and then as it is.

create table reports (
  booking_id uuid primary key references bookings on delete cascade,
  content jsonb not null check (pg_column_size(content) <= 60000),
  -- Goes up with each save: another tab that saves an older one is told so.
  version integer not null default 1 check (version > 0),
  tab text not null check (length(tab) <= 40),
  saved_at timestamptz not null,
  sent_at timestamptz check (sent_at >= saved_at),
  read_at timestamptz check (read_at >= sent_at)
);
