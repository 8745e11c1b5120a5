-- "Rien ce mois-ci": an organisation says that it gave nothing in a month, so that silence can be told from nothing.
create table quiet_months (
    pole_id text not null references poles (id),
    organisation_id text not null references organisations (id),
    month text not null,               -- 2026-11
    said_by text not null references people (id),
    said_at bigint not null,
    primary key (pole_id, organisation_id, month)
);
