-- Joining by co-optation: proposed by one member, supported by others, decided by the cell.
create table candidacies (
    id text primary key,
    pole_id text not null references poles (id),
    name text not null,
    type text not null,
    circle text not null,
    motive text not null,
    proposed_by text not null references people (id),
    proposed_for text not null references organisations (id), -- the member that proposes
    proposed_at bigint not null,
    state text not null check (state in ('open', 'admitted', 'declined')),
    decided_by text references people (id),
    decided_at bigint,
    decision text,                     -- the body and the reason, in words
    organisation_id text references organisations (id)        -- what it became
);
create index candidacies_by_pole on candidacies (pole_id, id);

create table candidacy_supports (
    candidacy_id text not null references candidacies (id),
    organisation_id text not null references organisations (id),
    person_id text not null references people (id),
    supported_at bigint not null,
    primary key (candidacy_id, organisation_id)
);
