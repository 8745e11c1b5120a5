-- A need and an offer that fit, as put to both organisations; at least one of the two stands behind it.
create table matches (
    id text primary key,
    pole_id text not null references poles (id),
    need_id text references offers (id),
    offer_id text references offers (id),
    giver_id text not null references organisations (id),
    receiver_id text not null references organisations (id),
    kind text not null,
    title text not null,
    quantity_milli bigint,
    unit text,
    from_day text,
    to_day text,
    price_cents bigint not null,
    note text,
    reasons text not null,             -- why they fit, as JSON: what to say and with which words
    state text not null check (state in ('asked', 'accepted', 'refused')),
    asked_by text not null references people (id),
    asked_at bigint not null,
    giver_said_by text references people (id),    -- who said yes for the giver
    giver_said_at bigint,
    receiver_said_by text references people (id),
    receiver_said_at bigint,
    refused_by text references people (id),
    refused_for text references organisations (id),
    refused_at bigint,
    refusal text                       -- the reason, in words
);
create index matches_by_need on matches (need_id);
create index matches_by_offer on matches (offer_id);
create index matches_by_giver on matches (giver_id, state);
create index matches_by_receiver on matches (receiver_id, state);

-- What two organisations agreed on: each signs the same version of the terms.
create table agreements (
    id text primary key,
    pole_id text not null references poles (id),
    match_id text not null unique references matches (id),
    need_id text references offers (id),
    offer_id text references offers (id),
    giver_id text not null references organisations (id),
    receiver_id text not null references organisations (id),
    kind text not null,
    title text not null,
    quantity_milli bigint,
    unit text,
    from_day text,
    to_day text,
    price_cents bigint not null,       -- of one unit, at cost; 0: free, and what is delivered is a contribution
    note text,
    version bigint not null,           -- of the terms; a change asks both to sign again
    state text not null check (state in ('proposed', 'agreed', 'delivered', 'valued', 'cancelled')),
    made_at bigint not null,
    giver_signed_by text references people (id),
    giver_signed_at bigint,
    receiver_signed_by text references people (id),
    receiver_signed_at bigint,
    cancelled_by text references people (id),
    cancelled_at bigint,
    cancel_reason text
);
create index agreements_by_pole on agreements (pole_id, state, id);
create index agreements_by_need on agreements (need_id);
create index agreements_by_offer on agreements (offer_id);
create index agreements_by_giver on agreements (giver_id, pole_id, id);
create index agreements_by_receiver on agreements (receiver_id, pole_id, id);

-- What was delivered under an agreement, and the line of the ledger it became.
create table agreement_deliveries (
    id text primary key,
    agreement_id text not null references agreements (id),
    day text not null,
    quantity_milli bigint not null,
    contribution_id text,              -- null where it was paid at cost: that is no contribution
    noted_by text not null references people (id),
    noted_at bigint not null
);
create index agreement_deliveries_of on agreement_deliveries (agreement_id);
