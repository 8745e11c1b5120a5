-- The pole's public page, for poles that want one; who and what is shown on it, each by their own wish.
create table showcases (
    pole_id text primary key references poles (id),
    opened_at bigint,                   -- null: the page is closed
    indexed bigint not null default 0,  -- whether search engines may list it
    words text,                         -- what the pole says of itself
    told_by text not null references people (id),
    told_at bigint not null
);

create table showcase_members (
    pole_id text not null references poles (id),
    organisation_id text not null references organisations (id),
    shown_by text not null references people (id),
    shown_at bigint not null,
    primary key (pole_id, organisation_id)
);

create table showcase_offers (
    offer_id text primary key references offers (id),
    pole_id text not null references poles (id),
    shown_by text not null references people (id),
    shown_at bigint not null
);
create index showcase_offers_of on showcase_offers (pole_id, offer_id);
