-- Bilan: what a pole gave over a period, frozen. Lines, rates and totals are copied here, hashed, and chained to the digest approved before.
create table digests (
    id text primary key,
    pole_id text not null references poles (id),
    from_day text not null,
    to_day text not null,              -- last day included
    version bigint not null,           -- of this period, from 1
    state text not null check (state in ('asked', 'compiled', 'review', 'returned', 'approved', 'superseded', 'unchanged')),
    asked_at bigint not null,
    asked_by text references people (id),
    run text,                          -- who compiles now: the one that began last
    done bigint not null default 0,    -- lines read so far, of about total
    total bigint not null default 0,
    compiled_at bigint,
    lines bigint,
    minutes bigint,
    value_cents bigint,
    excluded bigint,
    content_hash text,                 -- of everything but the link to the digest before
    previous_hash text,                -- of the digest approved before; null for the first
    hash text,
    same_as text references digests (id), -- unchanged: the version that says the same
    round bigint not null default 0,   -- how often the review was opened
    review_opened_at bigint,
    review_opened_by text references people (id),
    electors bigint,                   -- voices: organisations of the electorate
    quorum bigint,                     -- approvals it takes, in voices
    approved_at bigint,
    chain bigint,                      -- place among the pole's approved digests, from 1
    returned_at bigint,
    returned_by text references people (id),
    return_reason text,
    unique (pole_id, from_day, to_day, version),
    unique (pole_id, chain)
);

-- A line of the ledger as it was, with its value; or, with a reason, a line that was left out.
create table digest_lines (
    digest_id text not null references digests (id),
    number bigint not null,            -- from 1, by day
    contribution_id text not null,
    day text not null,
    person_id text,
    organisation_id text not null,
    beneficiary_id text,
    kind text not null,
    minutes bigint not null,
    quantity_milli bigint,
    unit text,
    unit_value_cents bigint,
    rate_number bigint,                -- in digest_rates
    cents_per_hour bigint,
    value_cents bigint not null,
    debit text,
    credit text,
    reverses_id text,
    reason text,                       -- why it was left out; null where it counts
    mark text not null,                -- start of the hash of everything up to and with this line
    primary key (digest_id, number),
    unique (digest_id, contribution_id)
);

-- The rates that were used, in full: the method note.
create table digest_rates (
    digest_id text not null references digests (id),
    number bigint not null,
    kind text not null,
    method text not null,
    base_cents bigint not null,
    coefficient_milli bigint not null,
    charge_basis_points bigint not null,
    cents_per_hour bigint not null,
    since_day text,                    -- null: from the start
    level text,
    debit text,
    credit text,
    source text not null,
    adopted_by text,                   -- null with the two below: the default grid
    adopted_on text,
    minutes_reference text,
    primary key (digest_id, number)
);

-- Sums of the rounded lines, so that a page needs not read a million of them.
create table digest_totals (
    digest_id text not null references digests (id),
    facet text not null,               -- kind | account | giver | receiver | flow | reason
    name text not null,
    lines bigint not null,
    minutes bigint not null,
    value_cents bigint not null,
    primary key (digest_id, facet, name)
);

-- Who may approve, as it was when the review opened; one organisation, one voice.
create table digest_electors (
    digest_id text not null references digests (id),
    round bigint not null,
    person_id text not null references people (id),
    voice text not null,               -- the organisation; the person where they speak for none
    primary key (digest_id, round, person_id, voice)
);

create table digest_votes (
    digest_id text not null references digests (id),
    round bigint not null,
    person_id text not null references people (id),
    voice text not null,
    answer text not null check (answer in ('approved', 'returned')),
    hash text not null,
    at bigint not null,
    primary key (digest_id, round, person_id, voice, answer)
);

create table digest_settings (
    pole_id text primary key references poles (id),
    quorum_percent bigint not null     -- of the organisations of the electorate, rounded up
);
