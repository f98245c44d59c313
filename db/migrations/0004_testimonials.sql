-- What candidates said, shown on the home page once an operator has approved it. Tied to an interviewer
-- where it is about one; about the service otherwise, and still true after that interviewer has left.

create table testimonials (
  id uuid primary key default uuidv7(),
  interviewer_id uuid references interviewers on delete set null,
  quote text not null check (char_length(quote) between 1 and 400),
  -- As the candidate wants to be named.
  attribution text not null check (char_length(attribution) between 1 and 120),
  approved_at timestamptz,
  is_sample boolean not null default false,
  created_at timestamptz not null default now()
);
