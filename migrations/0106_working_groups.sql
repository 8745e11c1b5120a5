-- Working groups: a series of their own (audience "group"), for the people in them, that reports to another series or to the pole's workshops.
alter table meeting_series add column parent_id text references meeting_series (id);  -- to which it reports; null: to the pole
create index meeting_series_under on meeting_series (parent_id) where parent_id is not null;

create table group_members (
    series_id text not null references meeting_series (id),
    person_id text not null references people (id),
    from_day text not null,
    to_day text,                       -- last day included; null while it lasts
    added_by text not null references people (id),
    primary key (series_id, person_id, from_day)
);
create index group_members_of_person on group_members (person_id, series_id);
