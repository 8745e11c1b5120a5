-- Webhooks : outside programs that are told, by event names and ids alone, that something happened in a pole.
create table webhooks (
    id text primary key,
    pole_id text not null references poles (id),
    url text not null,                 -- https, of a public address
    secret text not null,              -- protected by the store's keys; shown once
    seq bigint not null,               -- the last event that was handed over
    created_at bigint not null,
    created_by text references people (id),
    ended_at bigint                    -- null while it is told
);
create index webhooks_by_pole on webhooks (pole_id) where ended_at is null;
