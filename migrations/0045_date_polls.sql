-- Which day suits: asked of those a meeting is for, when its day must be found or changed.
create table date_polls (
    id text primary key,
    pole_id text not null references poles (id),
    occurrence_id text not null references occurrences (id),
    state text not null check (state in ('open', 'chosen', 'dropped')),
    note text,
    asked_at bigint not null,
    asked_by text not null references people (id),
    ended_at bigint
);
create unique index date_polls_open on date_polls (occurrence_id) where state = 'open';

-- A proposed day. Taken back it stays, with its answers: proposed again, they are there.
create table date_options (
    id text primary key,
    poll_id text not null references date_polls (id),
    day text not null,
    starts text not null,
    withdrawn_at bigint,
    unique (poll_id, day, starts)
);

create table date_answers (
    option_id text not null references date_options (id),
    person_id text not null references people (id),
    organisation_id text not null references organisations (id),
    answer text not null check (answer in ('yes', 'maybe', 'no')),
    answered_at bigint not null,
    primary key (option_id, person_id)
);
