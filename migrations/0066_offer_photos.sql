-- Pictures of what is offered or sought. The file itself lies in the data folder under its hash.
create table offer_photos (
    id text primary key,
    pole_id text not null references poles (id),
    offer_id text not null references offers (id),
    sha256 text not null,
    type text not null,
    bytes bigint not null,
    shows text not null,               -- what is to be seen, for who does not see it
    added_by text not null references people (id),
    added_at bigint not null,
    removed_at bigint,
    removed_by text references people (id)
);
create index offer_photos_of on offer_photos (offer_id, id) where removed_at is null;
