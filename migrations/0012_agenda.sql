-- Points of meetings: on the agenda of one, or in the series' reserve until one takes them.
create table agenda_items (
    id text primary key,
    pole_id text not null references poles (id),
    series_id text not null references meeting_series (id),
    occurrence_id text references occurrences (id),     -- null: in reserve, seen by every meeting of the series
    position bigint not null,
    title text not null,
    minutes bigint not null,
    aim text not null check (aim in ('inform', 'discuss', 'decide')),
    state text not null check (state in ('open', 'done', 'carried', 'withdrawn')),
    carried_from text references agenda_items (id),     -- the point of an earlier meeting that was not reached
    proposed_by text references people (id),            -- null: from the series' template
    proposed_at bigint not null
);
create index agenda_items_by_occurrence on agenda_items (occurrence_id, position);
create index agenda_items_in_reserve on agenda_items (series_id, position) where occurrence_id is null;

-- What every agenda of a series begins with.
create table agenda_templates (
    series_id text not null references meeting_series (id),
    position bigint not null,
    title text not null,
    minutes bigint not null,
    aim text not null,
    primary key (series_id, position)
);

-- When the template was laid into a meeting's agenda; null: not yet.
alter table occurrences add column agenda_at bigint;
