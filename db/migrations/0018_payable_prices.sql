-- Nobody is shown to visitors at a price that can't be paid: Stripe takes no payment under 50 cents, and under
-- 5 dollars the card costs more than the interviewer gets. Who asks less is paused until their price is set.

-- Not by its owner: their key to come back would lead into the check below.
update interviewers set published_at = null, paused_by_owner = false where rate_cents < 500;

alter table interviewers add constraint interviewers_published_at_a_price
  check (published_at is null or rate_cents >= 500);
