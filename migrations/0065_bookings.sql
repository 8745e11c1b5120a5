-- Places and equipment that members book by the day and the hour. Hours are minutes from midnight on the pole's wall clock.
create table bookables (
    id text primary key,
    pole_id text not null references poles (id),
    organisation_id text not null references organisations (id),
    kind text not null check (kind in ('locaux', 'materiel', 'vehicule')),
    title text not null,
    place text,
    conditions text,
    seats bigint not null check (seats between 1 and 1000), -- how many may be held at once: seats of a room, tools of a kind
    opens bigint not null check (opens between 0 and 1439),
    closes bigint not null check (closes between 1 and 1440),
    opened_by text references people (id),
    opened_at bigint not null,
    closed_at bigint,
    check (opens < closes)
);
create index bookables_by_pole on bookables (pole_id, id);

create table bookings (
    id text primary key,
    pole_id text not null references poles (id),
    bookable_id text not null references bookables (id),
    organisation_id text not null references organisations (id), -- for whom
    person_id text not null references people (id),
    day text not null,
    starts bigint not null,
    ends bigint not null,
    seats bigint not null check (seats > 0),
    note text,
    booked_at bigint not null,
    cancelled_at bigint,
    cancelled_by text references people (id),
    request_key text unique,
    check (starts < ends)
);
create index bookings_by_day on bookings (bookable_id, day, starts) where cancelled_at is null;
