-- Whether a profile was ever public: one that was and is not any more is paused, one that never was
-- does not exist for visitors. Kept by the database, so that no way of publishing forgets it.

alter table interviewers add column first_published_at timestamptz;

update interviewers set first_published_at = coalesce(
  published_at,
  (select min(bookings.created_at) from bookings where bookings.interviewer_id = interviewers.id)
);

create function remember_first_published() returns trigger language plpgsql as $$
begin
  new.first_published_at := coalesce(new.first_published_at, new.published_at);
  return new;
end
$$;

create trigger remember_first_published before insert or update of published_at, first_published_at
  on interviewers for each row execute function remember_first_published();
