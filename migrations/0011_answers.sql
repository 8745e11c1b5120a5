-- Who comes: one answer per person and meeting, given for an organisation.
create table meeting_answers (
    occurrence_id text not null references occurrences (id),
    person_id text not null references people (id),
    organisation_id text references organisations (id),
    answer text not null check (answer in ('yes', 'maybe', 'no')),
    people bigint not null default 1,      -- how many come for this answer, the person included
    late_minutes bigint not null default 0,
    proxy_id text references people (id),  -- who speaks for the person who does not come
    note text,
    answered_at bigint not null,
    answered_by text not null references people (id),
    primary key (occurrence_id, person_id)
);

-- Private addresses of calendars. The secret stands as it is: whoever reads this store can read the meetings as well.
create table calendar_feeds (
    id text primary key,
    pole_id text not null references poles (id),
    person_id text not null references people (id),
    series_id text references meeting_series (id),  -- null: all the person's meetings in the pole
    secret text not null unique,
    created_at bigint not null,
    revoked_at bigint
);
create index calendar_feeds_by_person on calendar_feeds (person_id, pole_id);
