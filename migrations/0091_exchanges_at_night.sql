-- What the nights do for exchanges: bookings that took place, needs and offers that fit, searches that somebody keeps.
alter table bookings add column ended_at bigint;       -- its day is over, and a night has seen it
alter table bookings add column contribution_id text;  -- the draft it proposed, where another member lent it
create index bookings_to_end on bookings (pole_id, day) where ended_at is null and cancelled_at is null;

-- A need and an offer that fit, as a night found them: told once to who posted them.
create table found_matches (
    pole_id text not null references poles (id),
    need_id text not null references offers (id),
    offer_id text not null references offers (id),
    found_on text not null,
    primary key (need_id, offer_id)
);
create index found_matches_on on found_matches (pole_id, found_on);

-- A person's own searches: what is posted since is looked through each night.
create table saved_searches (
    id text primary key,
    pole_id text not null references poles (id),
    person_id text not null references people (id),
    side text,                         -- null: both
    kind text,                         -- null: any
    words text,                        -- as typed; null: none
    saved_at bigint not null,
    looked_at bigint not null
);
create index saved_searches_of on saved_searches (person_id, pole_id);
create index saved_searches_in on saved_searches (pole_id, id);

-- What a search found, each told once.
create table search_hits (
    search_id text not null references saved_searches (id),
    offer_id text not null references offers (id),
    found_on text not null,
    primary key (search_id, offer_id)
);
