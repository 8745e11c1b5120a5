-- How a pole counts votes: the whole of its rules, as they were set last.
create table voting_rules (
    pole_id text primary key references poles (id),
    rules text not null,               -- JSON, colleges and their weights included
    set_at bigint not null,
    set_by text not null references people (id)
);

-- In which college an organisation votes.
create table college_members (
    pole_id text not null references poles (id),
    organisation_id text not null references organisations (id),
    college_id text not null,          -- named in the pole's rules
    primary key (pole_id, organisation_id)
);

create table decisions (
    id text primary key,
    pole_id text not null references poles (id),
    series_id text not null references meeting_series (id),
    occurrence_id text not null references occurrences (id),
    item_id text references agenda_items (id),  -- the point it comes from; null: of the meeting as a whole
    body text not null,
    plain text not null,               -- the body as it is searched: small letters, no accents
    mode text not null check (mode in ('consent', 'objection', 'vote')),
    state text not null check (state in ('proposed', 'open', 'adopted', 'rejected', 'withdrawn')),
    rules text,                        -- JSON: frozen when it opened
    beyond text,                       -- JSON: names of voices whose proxy was over the limit
    outcome text,                      -- JSON: the numbers it closed with
    proposed_by text not null references people (id),
    proposed_at bigint not null,
    opened_at bigint,
    opened_by text references people (id),
    closed_at bigint,
    closed_by text references people (id)
);
create index decisions_by_pole on decisions (pole_id, id);
create index decisions_open on decisions (pole_id) where state = 'open'; -- few: asked for by every page
create index decisions_by_occurrence on decisions (occurrence_id);
create index decisions_by_series on decisions (series_id, id);

-- The electorate, frozen when the decision opened: one row a voice, a person's or an organisation's.
create table decision_voices (
    decision_id text not null references decisions (id),
    voice_id text not null,
    college_id text,
    attending text not null check (attending in ('absent', 'present', 'represented')),
    said text check (said in ('yes', 'no', 'abstain')),
    reason text,
    said_at bigint,
    said_by text references people (id),
    by_hand bigint not null default 0, -- noted by the cell from a show of hands
    primary key (decision_id, voice_id)
);

-- Who may speak with a voice.
create table decision_electors (
    decision_id text not null references decisions (id),
    voice_id text not null,
    person_id text not null references people (id),
    proxy bigint not null,             -- 1: carries it for someone absent
    primary key (decision_id, voice_id, person_id)
);
create index decision_electors_by_person on decision_electors (person_id, decision_id);
