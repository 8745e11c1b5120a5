-- Meetings: a series is a rhythm, an occurrence one meeting of it, planned ahead. Days are ISO text, wall-clock times HH:mm in the series' zone.
create table meeting_series (
    id text primary key,
    pole_id text not null references poles (id),
    name text not null,
    kind text not null,                -- an activity of the ledger: atelier | copil | cotech | ca | ag | bureau | groupe_travail | seminaire
    audience text not null,            -- pole: every member; committee: the steering committee and the cell
    anchor text not null,              -- day of meeting 0, from which all others are counted
    starts text not null,
    minutes bigint not null,
    every text not null,               -- "6w", "10d", "3m"
    zone text not null,                -- IANA name, never an offset
    countries text not null,           -- "FR,BE,LU": a holiday in one moves the meeting
    avoid_bridges bigint not null,
    closed text not null,              -- one period a line, "2026-08-01..2026-08-15"
    place text,
    link text,
    capacity bigint,                   -- seats; null: as many as come
    created_at bigint not null,
    created_by text references people (id),
    ends text                          -- last day on which it meets; null while it goes on
);
create index meeting_series_by_pole on meeting_series (pole_id, name);

-- Who hosts, in turn.
create table series_hosts (
    series_id text not null references meeting_series (id),
    position bigint not null,
    organisation_id text not null references organisations (id),
    primary key (series_id, position)
);

create table occurrences (
    id text primary key,
    pole_id text not null references poles (id),
    series_id text not null references meeting_series (id),
    number bigint not null,            -- 0 for the anchor
    computed text not null,            -- the day the rule gives; the next one is counted from the anchor, not from here
    day text,                          -- the day to meet; null: no free day near, people must be asked
    starts text not null,
    starts_at bigint,                  -- the instant; null with day
    minutes bigint not null,
    reasons text not null,             -- JSON: why the day is not the computed one
    moved_at bigint,                   -- moved by a person, and why
    moved_by text references people (id),
    moved_reason text,
    host_id text references organisations (id),
    place text,                        -- where it differs from the series
    link text,
    state text not null check (state in ('planned', 'cancelled', 'held')),
    cancelled_reason text,
    revision bigint not null default 0,  -- counts what calendars must hear of
    revised_at bigint not null,
    unique (series_id, number)
);
create index occurrences_by_pole on occurrences (pole_id, day);
