-- What came of a meeting beside its decisions and actions: a need, an offer, a cooperation.
create table meeting_yields (
    occurrence_id text not null references occurrences (id),
    kind text not null check (kind in ('need', 'offer', 'cooperation')),
    subject_id text not null,
    noted_by text not null references people (id),
    noted_at bigint not null,
    primary key (occurrence_id, subject_id)
);
create index meeting_yields_of on meeting_yields (subject_id);
