-- Guests of one meeting, without an account: elected people, partners, speakers. They hold a link, and its secret is kept as a hash.
create table meeting_guests (
    id text primary key,
    pole_id text not null references poles (id),
    occurrence_id text not null references occurrences (id),
    name text not null,
    organisation text not null,
    secret_hash text not null unique,
    answer text check (answer in ('yes', 'maybe', 'no')),
    answered_at bigint,
    present bigint not null default 0,
    invited_at bigint not null,
    invited_by text not null references people (id),
    revoked_at bigint
);
create index meeting_guests_by_occurrence on meeting_guests (occurrence_id);
