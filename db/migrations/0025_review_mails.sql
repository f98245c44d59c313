-- A candidate has said whether it was worth it: one mail more that an interviewer may do without.

alter table users drop constraint users_muted_mails_check;
alter table users add constraint users_muted_mails_check
  check (muted_mails <@ array['reminder-day', 'reminder-hour', 'details-changed', 'proposal-declined',
    'report-reminder', 'review-written']::text[]);
