-- What a profile said at each save: to tell a second tab what changed under it, and to undo.

alter table interviewers add column profile_version integer not null default 1;

create table profile_versions (
  interviewer_id uuid not null references interviewers on delete cascade,
  version integer not null,
  -- The fields as its owner typed them.
  said jsonb not null,
  saved_at timestamptz not null,
  primary key (interviewer_id, version)
);

-- What one interview cost, from when on. Bookings keep the price they were made at; this is for people.
create table rates (
  id bigint generated always as identity primary key,
  interviewer_id uuid not null references interviewers on delete cascade,
  rate_cents integer not null check (rate_cents between 0 and 1000000),
  currency text not null check (currency ~ '^[a-z]{3}$'),
  since timestamptz not null
);
create index rates_of on rates (interviewer_id, since desc);

create function remember_rate() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or (new.rate_cents, new.currency) is distinct from (old.rate_cents, old.currency) then
    insert into rates (interviewer_id, rate_cents, currency, since)
      values (new.id, new.rate_cents, new.currency, new.updated_at);
  end if;
  return null;
end
$$;

create trigger remember_rate after insert or update of rate_cents, currency
  on interviewers for each row execute function remember_rate();

insert into rates (interviewer_id, rate_cents, currency, since)
  select id, rate_cents, currency, created_at from interviewers;

-- Who pauses their own profile may put it back themselves; one the operator took down stays down.
alter table interviewers add column paused_by_owner boolean not null default false;

alter table interviewers
  -- Pages elsewhere, as https addresses.
  add column links text[] not null default '{}' check (cardinality(links) <= 5),
  -- What a session with them covers, in their own words.
  add column covers text not null default '' check (length(covers) <= 1000);
