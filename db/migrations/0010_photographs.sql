-- A portrait made from a photograph comes in several widths beside its largest, which stays in `portraits`.

create table portrait_sizes (
  portrait_id text not null references portraits on delete cascade,
  width integer not null check (width > 0),
  bytes bytea not null,
  primary key (portrait_id, width)
);

-- What an interviewer uploaded, as a square and without anything but its pixels, and the two portraits made
-- from it. It is shown to nobody before its owner chose one of the two.
create table photographs (
  interviewer_id uuid primary key references interviewers on delete cascade,
  square bytea not null check (length(square) <= 4194304),
  ink_id text not null references portraits,
  plain_id text not null references portraits,
  tone smallint not null default 0 check (tone between -1 and 1),
  uploaded_at timestamptz not null
);
