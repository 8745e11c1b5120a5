-- SMIC horaire brut, France métropolitaine: what the default rate of a volunteer's hour stands on.
-- Append-only: a correction is a later row for the same day, and the latest recorded one counts.
create table smic (
    id text primary key,
    from_day text not null,
    cents_per_hour bigint not null,
    cents_per_month bigint,            -- 35 hours a week; null where the source does not say
    source text not null,
    recorded_at bigint not null
);
create index smic_by_day on smic (from_day, recorded_at);

insert into smic (id, from_day, cents_per_hour, cents_per_month, source, recorded_at) values
    ('smic-2021-10-01', '2021-10-01', 1048, 158947, 'Série Insee, buffledebusiness.net', 0),
    ('smic-2022-01-01', '2022-01-01', 1057, 160312, 'Série Insee, buffledebusiness.net', 0),
    ('smic-2022-05-01', '2022-05-01', 1085, 164558, 'Série Insee, buffledebusiness.net', 0),
    ('smic-2022-08-01', '2022-08-01', 1107, 167895, 'Insee, insee.fr 7767089', 0),
    ('smic-2023-01-01', '2023-01-01', 1127, 170928, 'Série Insee, buffledebusiness.net', 0),
    ('smic-2023-05-01', '2023-05-01', 1152, 174720, 'Insee, insee.fr 7767089', 0),
    ('smic-2024-01-01', '2024-01-01', 1165, 176692, 'Insee, insee.fr 7767089', 0),
    ('smic-2024-11-01', '2024-11-01', 1188, 180180, 'cegedim-business-services.com, SMIC 2024', 0),
    ('smic-2025-01-01', '2025-01-01', 1188, 180180, 'brut-en-net-salaire.fr (inchangé au 1er janvier 2025)', 0),
    ('smic-2026-01-01', '2026-01-01', 1202, 182303, 'Décret présenté le 17 décembre 2025, vie-publique.fr 301401', 0);

-- What a pole's assembly or board adopted for a kind of time, from a day on. Append-only: a new decision is a new row.
create table rates (
    id text primary key,
    pole_id text not null references poles (id),
    kind text not null,
    method text not null check (method in ('M1', 'M2', 'M3', 'M4', 'M5', 'none')), -- none: quantities alone
    coefficient_milli bigint not null, -- thousandths
    charge_basis_points bigint not null, -- t in ten-thousandths: 4200 is 0.42
    cents_per_hour bigint,             -- M4 and M5: the floor or the price; null where the SMIC is the base
    level text,                        -- the group or level in words
    debit text,                        -- null with credit: valued, but not booked in classes 86 and 87
    credit text,
    from_day text not null,
    source text not null,
    adopted_by text not null,          -- the body
    adopted_on text not null,
    minutes_reference text not null,   -- référence du PV
    recorded_by text references people (id),
    recorded_at bigint not null
);
create index rates_by_pole on rates (pole_id, kind, from_day, recorded_at);
