-- Pictures of objects of the pole: of offers, of a cooperation's milestones. The file itself lies in the data folder under its hash.
create table photos (
    id text primary key,
    pole_id text not null references poles (id),
    subject_id text not null,          -- an offer, a cooperation
    part_id text,                      -- a milestone of the cooperation
    sha256 text not null,
    type text not null,
    bytes bigint not null,
    shows text not null,               -- what is to be seen, for who does not see it
    added_by text not null references people (id),
    added_at bigint not null,
    removed_at bigint,
    removed_by text references people (id)
);
create index photos_of on photos (subject_id, id) where removed_at is null;

insert into photos (id, pole_id, subject_id, sha256, type, bytes, shows, added_by, added_at, removed_at, removed_by)
select id, pole_id, offer_id, sha256, type, bytes, shows, added_by, added_at, removed_at, removed_by from offer_photos;
insert into photos (id, pole_id, subject_id, part_id, sha256, type, bytes, shows, added_by, added_at, removed_at, removed_by)
select id, pole_id, cooperation_id, milestone_id, sha256, type, bytes, shows, added_by, added_at, removed_at, removed_by from milestone_photos;
drop table offer_photos;
drop table milestone_photos;
