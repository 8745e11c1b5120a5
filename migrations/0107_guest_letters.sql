-- A guest may have an address: then their link is mailed, a reminder too, and what changes.
alter table meeting_guests add column email text;                              -- forgotten when the link ends
alter table meeting_guests add column quality text not null default 'guest';   -- elected | partner | speaker | guest
alter table meeting_guests add column told_revision bigint not null default 0; -- of the meeting, when they were last told of a change
alter table meeting_guests add column reminded_days bigint;                    -- the last reminder: 7 or 1 days before
