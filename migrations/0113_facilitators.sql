-- Who leads the meetings of a series, in turn: an organisation, a person, or a person for an organisation.
create table series_facilitators (
    series_id text not null references meeting_series (id),
    position bigint not null,
    organisation_id text references organisations (id),
    person_id text references people (id),
    from_day text not null,            -- the first day on which their turn can come
    primary key (series_id, position),
    check (organisation_id is not null or person_id is not null)
);
alter table occurrences add column facilitator_organisation_id text references organisations (id);
alter table occurrences add column facilitator_person_id text references people (id);
alter table occurrences add column facilitator_chosen bigint not null default 0;  -- 1: chosen for this one meeting; the rota leaves it alone
