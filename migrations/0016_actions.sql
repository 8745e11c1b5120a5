-- What someone will do by a day, agreed in a meeting.
create table actions (
    id text primary key,
    pole_id text not null references poles (id),
    series_id text not null references meeting_series (id),
    occurrence_id text not null references occurrences (id),
    item_id text references agenda_items (id),
    what text not null,
    plain text not null,               -- as it is searched: small letters, no accents
    owner_id text not null references people (id),
    due_day text not null,
    state text not null check (state in ('open', 'done', 'dropped')),
    created_at bigint not null,
    created_by text not null references people (id),
    ended_at bigint,
    ended_by text references people (id),
    chased_on text                     -- the last day its owner was reminded; once a week at most
);
create index actions_by_pole on actions (pole_id, id);
create index actions_by_series on actions (series_id, state, due_day);
create index actions_by_owner on actions (owner_id, state, due_day);
create index actions_by_occurrence on actions (occurrence_id);

-- What a point of the agenda brings with it when it is shown: actions | needs | lines | digest; null: nothing.
alter table agenda_items add column brings text;
alter table agenda_templates add column brings text;
