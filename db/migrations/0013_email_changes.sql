-- A sign-in address on its way to another: the old one approves, then the new one confirms. One at a
-- time for each member; only hashes of the links are kept, each made when its mail is sent.

create table email_changes (
  id uuid primary key default uuidv7(),
  user_id uuid not null unique references users on delete cascade,
  old_email text not null,
  new_email text not null check (new_email = lower(new_email)),
  approval_hash bytea unique,
  approved_at timestamptz,
  confirmation_hash bytea unique,
  confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
