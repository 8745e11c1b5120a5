-- Mise à disposition de personnel (prêt de main-d'œuvre à but non lucratif): one named person, lent by their employer, at cost.
create table staff_loans (
    id text primary key,
    pole_id text not null references poles (id),
    lender_id text not null references organisations (id),  -- the employer
    user_id text not null references organisations (id),    -- where the person works meanwhile
    person_id text not null references people (id),
    qualification text not null,
    work text not null,                -- what is entrusted
    place text not null,
    from_day text not null,
    to_day text not null,              -- last day included
    share_basis_points bigint not null check (share_basis_points between 1 and 10000), -- of the person's time
    weekly_minutes bigint not null,    -- of the person's full contract
    gross_cents bigint not null,       -- a month of the full contract: wages, employer's charges, expenses reimbursed; nothing else may be asked
    charges_cents bigint not null,
    expenses_cents bigint not null,
    free bigint not null,              -- 1: not re-invoiced
    country text not null,             -- whose public holidays are not worked
    consent_on text,                   -- the employee's agreement
    consent_reference text,
    agreement_on text,                 -- agreement between lender and user
    agreement_reference text,
    rider_on text,                     -- rider to the contract of employment
    rider_reference text,
    ended_on text,                     -- last day, where it ended before to_day
    created_by text not null references people (id),
    created_at bigint not null
);
create index staff_loans_by_pole on staff_loans (pole_id, id);

-- Days whose line was proposed, so that a day discarded does not come back.
create table staff_loan_days (
    loan_id text not null references staff_loans (id),
    day text not null,
    contribution_id text,              -- null where the person's day was full already
    primary key (loan_id, day)
);
create index staff_loan_days_by_line on staff_loan_days (contribution_id);
