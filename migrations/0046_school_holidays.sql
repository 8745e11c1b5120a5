-- School holidays cannot be computed: they are read from the calendars that the authorities publish. They warn, and move nothing.
create table school_holidays (
    id text primary key,
    pole_id text not null references poles (id),
    area text not null,                -- "Zone B", "Wallonie": what the reader of a warning needs to know
    name text not null,
    from_day text not null,
    to_day text not null               -- the last day off, included
);
create index school_holidays_by_pole on school_holidays (pole_id, to_day);
