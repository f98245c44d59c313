-- What an interviewer wrote to the candidate when they said that they had read everything.

alter table bookings add column read_note text not null default '' check (length(read_note) <= 1000);
