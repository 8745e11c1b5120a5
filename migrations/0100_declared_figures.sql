-- Chiffres saisis: what a report needs of a period and the ledger does not hold (forecasts of the CERFA forms, money, answers of the
-- yearly questionnaire). Nothing is edited: a later row takes over.
create table declared_figures (
    id text primary key,
    pole_id text not null references poles (id),
    from_day text not null,
    to_day text not null,              -- last day included
    name text not null,                -- cerfa.86.860 … | resources.market | resources.public | survey.visibility …
    hundredths bigint,                 -- cents of euros, or hundredths of a percent; null: taken back
    recorded_at bigint not null,
    recorded_by text not null references people (id)
);
create index declared_figures_by_period on declared_figures (pole_id, to_day, from_day);
