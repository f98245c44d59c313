-- Whether it was worth it, as the candidate says. Nobody but the interviewer and the co-op reads it before the
-- operator has approved it, and nobody else ever does without the candidate's leave.

create table reviews (
  booking_id uuid primary key references bookings on delete cascade,
  interviewer_id uuid not null references interviewers on delete cascade,
  -- The hiring scale, turned around: 1 strong no to 4 strong yes.
  rating smallint not null check (rating between 1 and 4),
  words text not null default '' check (char_length(words) <= 400),
  may_publish boolean not null default false,
  -- As the candidate wants to be named.
  attribution text not null default '' check (char_length(attribution) <= 120),
  written_at timestamptz not null,
  decision text check (decision in ('approved', 'declined')),
  decided_at timestamptz,
  decided_by text,
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check (not may_publish or (attribution <> '' and words <> '')),
  check (decision is distinct from 'approved' or may_publish)
);
create index reviews_waiting on reviews (written_at) where may_publish and decision is null;
create index reviews_shown on reviews (interviewer_id, decided_at) where decision = 'approved';

-- A testimonial on the home page that was a review goes when the review does.
alter table testimonials add column review_id uuid unique references reviews on delete cascade;
