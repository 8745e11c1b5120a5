-- What an organisation says of itself: the same in every pole it belongs to.
create table organisation_profiles (
    organisation_id text primary key references organisations (id),
    legal_form text,
    sector text,
    territory text,
    fte_milli bigint,                  -- thousandths of a full-time post
    charter_signed_on text,            -- of the poles' charter
    website text,
    about text,
    told_at bigint not null,
    told_by text references people (id)
);
