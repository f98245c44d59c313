-- The secret address under which an interviewer's own calendar reads their sessions. One at a time: making another
-- revokes the one before. Only its hash is kept.
create table calendar_feeds (
  interviewer_id uuid primary key references interviewers on delete cascade,
  key_hash bytea not null unique check (octet_length(key_hash) = 32),
  made_at timestamptz not null,
  read_at timestamptz
);
