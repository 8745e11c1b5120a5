-- A group purchase stands on an offer of that kind: from how much on it is ordered, and what each one takes.
create table purchases (
    offer_id text primary key references offers (id),
    pole_id text not null references poles (id),
    unit text not null,
    usual_cents bigint not null,       -- of one unit, bought alone
    group_cents bigint not null,       -- of one unit, bought together
    threshold_milli bigint not null,   -- thousandths of the unit from which on it is ordered
    until_day text not null,           -- last day to take part
    state text not null check (state in ('open', 'ordered', 'dropped')),
    ended_at bigint,
    ended_by text references people (id),
    check (group_cents <= usual_cents)
);

create table purchase_parts (
    offer_id text not null references purchases (offer_id),
    organisation_id text not null references organisations (id),
    quantity_milli bigint not null check (quantity_milli > 0),
    person_id text not null references people (id),
    taken_at bigint not null,
    primary key (offer_id, organisation_id)
);
