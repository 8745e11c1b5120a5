-- What each person wants to be told, on which channel, and when they want peace; which channels are paused because their provider is away.
create table notice_preferences (
    person_id text not null references people (id),
    theme text not null,
    channels text not null,            -- teams | mail | both | none
    set_at bigint not null,
    primary key (person_id, theme)
);

create table quiet_hours (
    person_id text primary key references people (id),
    zone text,                         -- IANA name; null: the pole's
    starts text,                       -- HH:mm on the wall of that zone; null: no quiet hours
    ends text,
    set_at bigint not null
);

create table channel_pauses (
    channel text primary key,
    since bigint not null,
    probe_at bigint not null,          -- one delivery is tried then; if it passes, all go again
    failures bigint not null,
    cause text not null
);

create index deliveries_by_recipient on deliveries (recipient_id, channel);
