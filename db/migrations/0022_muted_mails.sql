-- Mails an interviewer would rather not get, by the names of src/features/booking/mail-choice-domain.ts.

alter table users add column muted_mails text[] not null default '{}'
  check (muted_mails <@ array['reminder-day', 'reminder-hour', 'details-changed', 'proposal-declined',
    'report-reminder']::text[]);
