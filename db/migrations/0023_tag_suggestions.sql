-- A technology that a member misses. The operator adds it, for everybody, or does not; the member is told.

create table tag_suggestions (
  id uuid primary key default uuidv7(),
  interviewer_id uuid not null references interviewers on delete cascade,
  slug text not null check (length(slug) between 1 and 40),
  name text not null check (length(name) between 1 and 40),
  suggested_at timestamptz not null,
  decision text check (decision in ('added', 'declined')),
  decided_at timestamptz,
  decided_by text,
  check ((decision is null) = (decided_at is null)),
  -- Once for a member, whatever was decided: asking again is a conversation, not a form.
  unique (interviewer_id, slug)
);
create index tag_suggestions_open on tag_suggestions (suggested_at) where decision is null;
