-- Remarques on a digest or on one of its lines. They go with the period: a new version shows those made on the ones before.
create table digest_remarks (
    id text primary key,
    pole_id text not null references poles (id),
    from_day text not null,
    to_day text not null,
    digest_id text not null references digests (id), -- the version that was read
    contribution_id text,              -- null: on the whole digest
    person_id text not null references people (id),
    at bigint not null,
    text text not null
);
create index digest_remarks_by_period on digest_remarks (pole_id, from_day, to_day, id);

-- How often the clock asks for a digest: quarter | month | cycle (from one workshop to the next) | year | never.
alter table digest_settings add column rhythm text not null default 'quarter';
