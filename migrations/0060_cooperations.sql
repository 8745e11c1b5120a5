-- What two or more members do together, alone or with others. Days are ISO text, instants UTC milliseconds, shares hundredths of a percent.
create table cooperations (
    id text primary key,
    pole_id text not null references poles (id),
    title text not null,
    text text,
    level text check (level in ('mutualisation', 'economique', 'recherche')),   -- null: nobody has said
    form text check (form in ('bilaterale', 'offre_du_pole', 'r_et_d')),
    commercial bigint not null check (commercial in (0, 1)),
    strategic bigint not null check (strategic in (0, 1)),
    kind text,                          -- what is pooled, where an agreement made it
    project text,
    axis text,
    from_day text not null,
    to_day text,                        -- last day included; null while it lasts
    amount_cents bigint,
    turnover_share bigint check (turnover_share between 0 and 10000),           -- part of the members' turnover that it brought
    jobs_milli bigint,                  -- thousandths of a full-time post, created or kept
    state text not null check (state in ('active', 'closed', 'withdrawn')),     -- withdrawn: it never was, and counts nowhere
    outcome text,                       -- what came of it, or why it was withdrawn
    channel text not null,              -- web | chat | teams | api | agreement
    logged_by text references people (id),
    logged_at bigint not null,
    ended_by text references people (id),
    ended_at bigint,
    request_key text unique             -- the door's own key: the same request twice is one row
);
create index cooperations_newest on cooperations (pole_id, from_day, id);

create table cooperation_members (
    cooperation_id text not null references cooperations (id),
    organisation_id text not null references organisations (id),
    share bigint check (share between 0 and 10000),                             -- of the consortium's tender
    primary key (cooperation_id, organisation_id)
);
create index cooperation_members_of on cooperation_members (organisation_id, cooperation_id);

-- Who is with them without being of the pole.
create table cooperation_thirds (
    cooperation_id text not null references cooperations (id),
    name text not null,
    share bigint check (share between 0 and 10000),
    primary key (cooperation_id, name)
);

-- What it came from and what came of it. A line or an agreement is of one cooperation only: its hours count once.
create table cooperation_links (
    cooperation_id text not null references cooperations (id),
    kind text not null check (kind in ('need', 'offer', 'agreement', 'line')),
    subject_id text not null,
    linked_at bigint not null,
    primary key (cooperation_id, subject_id)
);
create unique index cooperation_links_once on cooperation_links (subject_id) where kind in ('agreement', 'line');
create index cooperation_links_of on cooperation_links (subject_id);

-- Each change, with what stood before: [{"Field": …, "Before": …, "After": …}].
create table cooperation_changes (
    id text primary key,
    cooperation_id text not null references cooperations (id),
    at bigint not null,
    changed_by text references people (id),
    changes text not null
);
create index cooperation_changes_of on cooperation_changes (cooperation_id, id);

create table cooperation_milestones (
    id text primary key,
    cooperation_id text not null references cooperations (id),
    day text not null,
    title text not null,
    reached_on text,
    reached_by text references people (id)
);
create index cooperation_milestones_of on cooperation_milestones (cooperation_id, day);

-- Dossier de consultation: one per cooperation.
create table cooperation_tenders (
    cooperation_id text primary key references cooperations (id),
    client text not null,
    reference text,
    due_day text,
    amount_cents bigint,
    state text not null check (state in ('preparing', 'sent', 'won', 'lost', 'left'))
);
