-- When each interviewer can be booked next, read from their calendar by a job: the list of interviewers
-- must not ask two hundred calendars while somebody waits. The calendar itself stays the truth.

create table open_slots (
  interviewer_id uuid not null references interviewers on delete cascade,
  starts_at timestamptz not null,
  primary key (interviewer_id, starts_at)
);

-- How the last look went. A calendar that can't be read keeps its old slots and says why.
create table calendar_checks (
  interviewer_id uuid primary key references interviewers on delete cascade,
  checked_at timestamptz not null,
  problem text
);

alter table interviewers add column is_featured boolean not null default false;
