-- Pictures of what a cooperation reached. The file itself lies in the data folder under its hash, as offers' do.
create table milestone_photos (
    id text primary key,
    pole_id text not null references poles (id),
    cooperation_id text not null references cooperations (id),
    milestone_id text not null,         -- of the cooperation; a milestone that is taken away takes its pictures along
    sha256 text not null,
    type text not null,
    bytes bigint not null,
    shows text not null,                -- what is to be seen, for who does not see it
    added_by text not null references people (id),
    added_at bigint not null,
    removed_at bigint,
    removed_by text references people (id)
);
create index milestone_photos_of on milestone_photos (cooperation_id, milestone_id, id) where removed_at is null;
