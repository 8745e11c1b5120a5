-- What members give: time, and what is lent or given in kind. One line is one fact of one day (or one run of days).
create table contributions (
    id text primary key,
    pole_id text not null references poles (id),
    person_id text references people (id),               -- null where no person worked (premises, goods)
    organisation_id text not null references organisations (id), -- the giver
    beneficiary_id text references organisations (id),   -- null: the pole itself
    kind text not null,
    activity text,
    day text not null,
    minutes bigint not null default 0,
    quantity_milli bigint,             -- thousandths of the unit, for what is not time
    unit text,
    unit_value_cents bigint,
    starts text,                       -- wall-clock HH:mm in the pole's zone, where the sentence said so
    ends text,
    note text,
    sentence text,                     -- as it was typed; dropped after 30 days
    channel text not null,             -- web | chat | teams | import | api | workshop
    logged_by text references people (id),
    state text not null check (state in ('draft', 'submitted', 'confirmed', 'contested', 'validated', 'locked', 'cancelled')),
    logged_at bigint not null,
    confirmed_at bigint,
    confirmed_by text references people (id),
    contested_at bigint,
    contested_by text references people (id),
    contest_reason text,
    validated_at bigint,
    validated_by text references people (id),
    digest_id text,                    -- the approved digest that locks the line
    reverses_id text references contributions (id),
    request_key text unique            -- the door's own key: the same request twice is one line
);
create index contributions_by_pole_day on contributions (pole_id, day, id);
create index contributions_by_pole_state on contributions (pole_id, state, day);
create index contributions_by_person_day on contributions (person_id, day);

-- The other parties: whose word confirms the line.
create table contribution_parties (
    contribution_id text not null references contributions (id),
    organisation_id text not null references organisations (id),
    primary key (contribution_id, organisation_id)
);
create index contribution_parties_by_organisation on contribution_parties (organisation_id);
