-- Objectifs: what a project means to reach, axis by axis, and how far it is. Nothing is edited: a later score takes over from its day on.
create table objectives (
    id text primary key,
    pole_id text not null references poles (id),
    axis text not null,
    title text not null,               -- objectif intermédiaire
    target_milli bigint not null check (target_milli > 0), -- thousandths of the unit
    unit text not null,
    from_day text not null,
    set_by text not null references people (id),
    ended_on text,                     -- dropped from that day on; reports of earlier days keep it
    ended_by text references people (id)
);
create index objectives_by_pole on objectives (pole_id, axis, from_day, id);

create table objective_scores (
    id text primary key,
    objective_id text not null references objectives (id),
    day text not null,
    done_milli bigint not null check (done_milli >= 0),    -- since the beginning, not since the score before
    comment text,
    evidence text,                     -- an address, or the name of a document
    recorded_at bigint not null,
    recorded_by text not null references people (id)
);
create index objective_scores_by_day on objective_scores (objective_id, day, recorded_at);

-- Textes: what a report tells in words for a period, for the AMI and for the partner report. Nothing is edited: a later row takes over.
create table declared_texts (
    id text primary key,
    pole_id text not null references poles (id),
    from_day text not null,
    to_day text not null,              -- last day included
    name text not null,                -- ami.perspectives | wp.1.title, wp.1.activities …
    text text,                         -- null: taken back
    recorded_at bigint not null,
    recorded_by text not null references people (id)
);
create index declared_texts_by_period on declared_texts (pole_id, to_day, from_day);
