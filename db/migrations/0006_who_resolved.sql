-- Who dealt with an alert, and the ways from a booking to the webhooks that told of it.

alter table alerts add column resolved_by text;
alter table alerts add constraint alerts_resolved_by_somebody
  check (resolved_by is null or resolved_at is not null);
create index alerts_open on alerts (raised_at) where resolved_at is null;

create index inbox_of_booking on inbox ((payload #>> '{data,object,metadata,booking}'));
create index inbox_of_payment on inbox ((payload #>> '{data,object,payment_intent}'));
create index inbox_of_slot on inbox ((payload ->> 'uid'));
create index inbox_of_moved_slot on inbox ((payload #>> '{delivery,payload,rescheduleUid}'));
create index mails_in_trouble on mails (queued_at) where sent_at is null and last_error is not null;
