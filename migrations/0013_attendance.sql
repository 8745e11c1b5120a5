-- Who was there, noted by a tap, by the code at the door or by the cell.
create table attendances (
    occurrence_id text not null references occurrences (id),
    person_id text not null references people (id),
    organisation_id text not null references organisations (id),
    how text not null check (how in ('tap', 'code', 'cell')),
    noted_at bigint not null,
    noted_by text not null references people (id),
    contribution_id text references contributions (id), -- the draft line it became; null until the meeting is closed, and where the line was refused
    refused text,                      -- key of the words that say why no line came of it
    primary key (occurrence_id, person_id)
);

-- Wrong codes of a person at a door: after some, only the cell can note them.
create table door_tries (
    occurrence_id text not null references occurrences (id),
    person_id text not null references people (id),
    tries bigint not null,
    primary key (occurrence_id, person_id)
);

alter table occurrences add column door_code text;      -- null: a tap is enough
alter table occurrences add column held_minutes bigint; -- how long it really took, set when it is closed
alter table occurrences add column closed_at bigint;
alter table occurrences add column closed_by text;
