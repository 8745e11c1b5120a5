-- How the value of one unit of a line was found: what the calculation stands on, so that anybody can do it again.
create table unit_value_bases (
    contribution_id text primary key references contributions (id),
    method text not null check (method in ('market', 'depreciation', 'cost', 'sale')),
    source text,                       -- quote, lease, price list, invoice
    price_cents bigint,                -- depreciation: what it was bought for
    life_milli bigint,                 -- useful life, in thousandths of the line's unit
    share_basis_points bigint,         -- share of use, in ten-thousandths
    running_cents bigint,              -- running costs of one unit
    check ((method = 'depreciation') = (price_cents is not null and life_milli is not null and share_basis_points is not null and running_cents is not null))
);
