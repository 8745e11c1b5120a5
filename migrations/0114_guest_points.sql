-- Points that guests propose by their link: the cell takes them onto the agenda, or does not.
create table guest_points (
    id text primary key,
    pole_id text not null references poles (id),
    guest_id text not null references meeting_guests (id),
    title text not null,
    minutes bigint not null,
    aim text not null check (aim in ('inform', 'discuss')),   -- a guest asks for no decision
    state text not null check (state in ('waiting', 'taken', 'dropped')),
    proposed_at bigint not null,
    decided_at bigint,
    decided_by text references people (id)
);
create index guest_points_of_guest on guest_points (guest_id);

-- From outside, as the agenda shows it: "Marie Maire (Commune de Saint-Aubin)".
alter table agenda_items add column proposed_as text;
