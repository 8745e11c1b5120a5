-- Observatoire : what the nights have measured, per pole and period. Nothing but the nightly job writes here, and all of it can be measured again.
create table indicators (
    pole_id text not null references poles (id),
    from_day text not null,
    to_day text not null,              -- last day included
    name text not null,
    value bigint,                      -- in the unit of its name; null: nobody has said
    base bigint,                       -- what it is a share or a mean of
    measured_at bigint not null,
    primary key (pole_id, from_day, to_day, name)
);
