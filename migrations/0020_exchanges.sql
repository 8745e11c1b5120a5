-- What members propose to one another and what they seek. One table, two sides: a need and an offer fit when one answers the other.
create table offers (
    id text primary key,
    pole_id text not null references poles (id),
    side text not null check (side in ('offer', 'need')),
    kind text not null,
    organisation_id text not null references organisations (id),
    posted_by text references people (id),  -- null: a file brought it
    title text not null,
    text text,
    quantity_milli bigint,                  -- thousandths of the unit; null: one whole
    unit text,
    left_milli bigint,                      -- what no agreement holds; null where nothing is counted
    from_day text,
    to_day text,                            -- last day included; after it an open row reads as expired
    recurrence text check (recurrence in ('weekly', 'monthly')),
    weekday bigint,                         -- 1 is Monday, for weekly
    place text,
    conditions text,
    price_cents bigint not null default 0,  -- of one unit, at cost; 0: free
    state text not null check (state in ('open', 'reserved', 'agreed', 'delivered', 'valued', 'closed')),
    channel text not null,                  -- web | chat | teams | import | api
    posted_at bigint not null,
    closed_at bigint,
    closed_by text references people (id),
    request_key text unique                 -- the door's own key: the same request twice is one row
);
create index offers_newest on offers (pole_id, id);
create index offers_by_state on offers (pole_id, state, id);
create index offers_by_kind on offers (pole_id, kind, id);
create index offers_by_organisation on offers (organisation_id, pole_id, id);

-- Search that forgives: the folded words of each row, and the three-letter pieces of every word a pole has used.
create table offer_words (
    pole_id text not null,
    word text not null,
    offer_id text not null references offers (id),
    in_title bigint not null,               -- 1 or 0
    primary key (pole_id, word, offer_id)
);
create index offer_words_of on offer_words (offer_id);
create table offer_trigrams (
    pole_id text not null,
    trigram text not null,
    word text not null,
    primary key (pole_id, trigram, word)
);
