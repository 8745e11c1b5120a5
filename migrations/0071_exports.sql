-- What a person's employment costs a year, charges included, from a day on. Never edited: a later row takes over.
create table staff_costs (
    id text primary key,
    pole_id text not null references poles (id),
    person_id text not null references people (id),
    organisation_id text not null references organisations (id), -- the employer
    from_day text not null,
    annual_cents bigint not null,
    share_basis_points bigint not null,        -- of a full time: 10000 is full time
    fixed_basis_points bigint,                 -- of that time, given to the project by a letter of assignment (fixed_pct)
    document text not null,                    -- what proves it
    recorded_at bigint not null,
    recorded_by text references people (id)
);
create index staff_costs_by_person on staff_costs (pole_id, person_id, from_day);

-- Exports that take long: made by a job, fetched by the one who asked, gone after a few days.
create table exports (
    id text primary key,
    pole_id text not null references poles (id),
    digest_id text not null references digests (id),
    what text not null,                -- lines | entries | all
    format text not null,              -- xlsx | csv | txt
    language text not null,
    asked_by text not null references people (id),
    organisation_id text references organisations (id), -- for whom the person spoke: it decides whose names they may read
    roles bigint not null,             -- what the person was then: a file made for more rights than they have now is not given out
    asked_at bigint not null,
    state text not null check (state in ('asked', 'ready', 'failed', 'gone')),
    done bigint not null default 0,
    total bigint not null default 0,
    secret text not null unique,       -- part of the address and of the file's name: nobody guesses it
    sha256 text,
    bytes bigint,
    ready_at bigint,
    expires_at bigint
);
create index exports_by_person on exports (pole_id, asked_by, id);
create index exports_by_end on exports (state, expires_at);
