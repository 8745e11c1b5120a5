-- Dossiers: what a pole files with its accountant and its funders, out of one digest version.
create table pack_settings (
    pole_id text primary key references poles (id),
    carrier_form text not null,        -- association | fondation | scic | scop | societe | geie | collectivite: whether classes 86 and 87 exist in its books
    board_cvn text not null,           -- time of governing bodies, report by report: grid (as the digest booked it) | in | out
    board_cerfa text not null,
    board_steering text not null,
    programme text not null default '',-- Interreg: free text of the person who files
    project text not null default '',
    partner text not null default '',
    staff_method text not null,        -- hourly1720 | fixed_pct | real | flat20
    direct_cents bigint not null default 0,    -- other direct costs of the period: what 20 % is taken of
    eligible_cents bigint not null default 0,  -- eligible expenditure without what is in kind
    support_cents bigint not null default 0,   -- public support paid to the operation
    recorded_at bigint not null,
    recorded_by text references people (id)
);
