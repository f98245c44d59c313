-- A calendar's connection is looked after: what the last check saw, what is wrong with it and since when, and
-- whether its interviewer has ended it. An ended one keeps its row: bookings refer to it, and go on with it
-- once the same interviewer connects again.
alter table calcom_connections
  add column account_name text check (length(account_name) <= 200),
  add column account_time_zone text check (length(account_time_zone) <= 100),
  -- When cal.com last answered a check, and what was seen then.
  add column checked_at timestamptz,
  add column seen jsonb,
  -- A check after that one to which cal.com did not answer.
  add column unanswered_at timestamptz,
  -- 'key-refused' and 'event-type-gone': nobody can book. 'needs-repair': they can, and should not for long.
  add column trouble text check (trouble in ('key-refused', 'event-type-gone', 'needs-repair')),
  add column trouble_since timestamptz,
  add column trouble_ended_at timestamptz,
  -- The last delivery that cal.com itself sent.
  add column delivered_at timestamptz,
  add column disconnected_at timestamptz,
  add constraint calcom_connections_trouble_has_begun check ((trouble is null) = (trouble_since is null));

-- One account, one interviewer: two would be asked the same times. Where two are connected to one account or event
-- type by now, whoever connected it last keeps it. The other is disconnected as if by themselves: no key, no times,
-- bookings stay, and their panel and the operator's desk say that no calendar is connected.
with ended as (
  update calcom_connections as older
  set disconnected_at = now(), updated_at = now(), api_key_sealed = null
  where exists (
    select from calcom_connections as newer
    where (newer.verified_at, newer.id) > (older.verified_at, older.id)
      and (lower(newer.username) = lower(older.username) or newer.event_type_id = older.event_type_id)
  )
  returning interviewer_id
), unread as (
  delete from calendar_checks where interviewer_id in (select interviewer_id from ended)
)
delete from open_slots where interviewer_id in (select interviewer_id from ended);

create unique index calcom_connections_one_account on calcom_connections (lower(username))
  where disconnected_at is null;
create unique index calcom_connections_one_event_type on calcom_connections (event_type_id)
  where disconnected_at is null;

-- Whose key was given and read, while its event type is being chosen. Forgotten after half an hour.
create table calcom_offers (
  interviewer_id uuid primary key references interviewers on delete cascade,
  username text not null check (length(username) <= 200),
  account_name text check (length(account_name) <= 200),
  account_time_zone text check (length(account_time_zone) <= 100),
  -- Null: the co-op's team key speaks for this account.
  api_key_sealed bytea,
  offered_at timestamptz not null
);
