-- Who claims a slot that somebody else has already is told so by what the calendar's delivery said of its time:
-- the calendar itself need not be asked.
create index inbox_told_times on inbox ((payload ->> 'uid')) where source = 'calcom' and type = 'BOOKING_REQUESTED';
