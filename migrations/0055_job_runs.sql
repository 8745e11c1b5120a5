-- Travaux : what ran by itself, how long, what it did in numbers, what failed and why.
create table job_runs (
    id text primary key,
    name text not null,                -- of the schedule's page: "digests", "meetings"
    subject text not null default '',  -- of a job on demand: the object it works on
    pole_id text references poles (id), -- null: a job of the clock, for every pole
    started_by text not null check (started_by in ('clock', 'person', 'demand', 'console')),
    person_id text references people (id),
    node text not null,                -- the process it runs in
    started_at bigint not null,
    beat_at bigint not null,           -- it was alive then: a run that stops beating has died with its program
    ended_at bigint,
    outcome text check (outcome in ('done', 'failed', 'interrupted')), -- null while it runs
    done bigint not null default 0,    -- how far it is, of about total
    total bigint not null default 0,
    error text                         -- JSON: a key of the words and what fills it
);
-- One run of a job at a time, per object, whatever started it.
create unique index job_runs_running on job_runs (name, subject) where ended_at is null;
create index job_runs_by_name on job_runs (name, id);
create index job_runs_by_pole on job_runs (pole_id, id);

create table job_notes (
    run_id text not null references job_runs (id),
    number bigint not null,
    pole_id text references poles (id), -- whom the note concerns; null: everyone who sees the run
    key text not null,                 -- of the words
    args text not null,                -- JSON: numbers, days, periods
    primary key (run_id, number)
);

-- A job of the clock that somebody stopped until further notice.
create table job_pauses (
    name text primary key,
    at bigint not null,
    person_id text references people (id)
);
