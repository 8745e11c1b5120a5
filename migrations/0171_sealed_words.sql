-- A digest's text of version 2 proves more of a line that counts: how many worked, at what, from when to when, the note, who confirmed and who validated.
-- What was compiled before keeps the text of version 1, and is proved by it.
alter table digests add column text_version bigint not null default 1;
alter table digest_lines add column people bigint;
alter table digest_lines add column activity text;
alter table digest_lines add column starts text;
alter table digest_lines add column ends text;
alter table digest_lines add column note_seal text;    -- SHA-256 of the salt, LF and the note: says nothing of it once both are emptied
alter table digest_lines add column confirmed_by text;
alter table digest_lines add column validated_by text;
alter table contributions add column note_salt text;   -- random, of this note alone; emptied with it
