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
    minutes bigint not null default 0,  -- of all the people together
    people bigint not null default 1 check (people between 1 and 200),
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
    answered_at bigint,
    answered_by text references people (id),
    answer text,                       -- the reply to the contest
    validated_at bigint,
    validated_by text references people (id),
    cancelled_at bigint,
    cancelled_by text references people (id),
    digest_id text,                    -- the approved digest that locks the line
    reverses_id text references contributions (id), -- the validated line that this one takes back, with negative figures
    pair_id text,                      -- shared by a reversal and the line that replaces what it takes back: they go together
    import_id text,                    -- the file this line came from: subject of its event
    request_key text,                  -- the door's own key: the same request twice is one request
    request_line bigint not null default 0,
    unique (request_key, request_line),
    check (minutes between -1440 * people and 1440 * people),
    check ((state = 'locked') = (digest_id is not null)),
    check (minutes >= 0 or reverses_id is not null)
);
create index contributions_by_pole_day on contributions (pole_id, day, id);
create index contributions_by_pole_state on contributions (pole_id, state, day, id);
create index contributions_by_person_day on contributions (person_id, day, id);
create index contributions_logged_for_nobody on contributions (logged_by, day, id) where person_id is null;
create index contributions_by_digest on contributions (digest_id) where digest_id is not null;
create index contributions_by_pair on contributions (pair_id) where pair_id is not null;
-- A line is taken back once.
create unique index contributions_reversed_once on contributions (reverses_id) where reverses_id is not null and state <> 'cancelled';

-- The other parties: whose word confirms the line. None: the pole itself is the other party.
create table contribution_parties (
    contribution_id text not null references contributions (id),
    organisation_id text not null references organisations (id),
    primary key (contribution_id, organisation_id)
);
create index contribution_parties_by_organisation on contribution_parties (organisation_id, contribution_id);
