-- Dépenses of the partner report that no line of the ledger holds. Nothing is edited: what was wrong is struck out and written anew.
create table expenditures (
    id text primary key,
    pole_id text not null references poles (id),
    category text not null check (category in ('staff', 'office', 'travel', 'external', 'equipment', 'works')),
    voucher_on text not null,          -- date pièce
    paid_on text not null,             -- date paiement: the period it belongs to
    payee text not null,
    description text not null,
    total_cents bigint not null,
    vat_cents bigint not null,         -- of the total
    eligible_cents bigint not null,
    work_package text not null,
    recorded_at bigint not null,
    recorded_by text not null references people (id),
    struck_at bigint,
    struck_by text references people (id)
);
create index expenditures_by_day on expenditures (pole_id, paid_on, id);

-- PASS: the yearly ceiling of the social security, of which three times caps what skills sponsorship may claim per employee. Append-only: a correction is a new row.
create table security_ceilings (
    id text primary key,
    year bigint not null,
    annual_cents bigint not null,
    source text not null,
    recorded_at bigint not null
);
insert into security_ceilings (id, year, annual_cents, source, recorded_at) values
    ('pass-2025', 2025, 4710000, 'lafinancepourtous.com, PASS 2025', 0),
    ('pass-2026', 2026, 4806000, 'lafinancepourtous.com, PASS 2026', 0);
