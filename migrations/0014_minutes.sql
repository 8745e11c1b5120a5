-- What is written in a meeting, point by point, by several people at once.
create table notes (
    item_id text primary key references agenda_items (id),
    pole_id text not null references poles (id),
    version bigint not null,
    body text not null,                -- paragraphs, one a line
    writers text not null,             -- JSON: for each paragraph the ids of those who wrote in it
    updated_at bigint not null
);

-- What browsers have sent: the same save twice is one, however often a cut line makes it come.
create table note_saves (
    item_id text not null references agenda_items (id),
    id text not null,
    person_id text not null references people (id),
    saved_at bigint not null,
    primary key (item_id, id)
);

-- Two versions of the same paragraph: both stay in the text until someone has settled it.
create table note_clashes (
    id text primary key,
    item_id text not null references agenda_items (id),
    theirs text not null,
    theirs_by text not null,           -- JSON: ids
    mine text not null,
    mine_by text not null references people (id),
    at bigint not null,
    settled_at bigint,
    settled_by text references people (id)
);
create index note_clashes_by_item on note_clashes (item_id);

-- How long a point was spoken of: it may be taken up again.
create table item_runs (
    id text primary key,
    item_id text not null references agenda_items (id),
    began_at bigint not null,
    ended_at bigint                    -- null while it runs
);
create index item_runs_by_item on item_runs (item_id);

-- Minutes that are finished: nobody writes in them any more, unless the cell opens them again.
create table proceedings (
    occurrence_id text primary key references occurrences (id),
    pole_id text not null references poles (id),
    settled_at bigint not null,
    settled_by text not null references people (id)
);
