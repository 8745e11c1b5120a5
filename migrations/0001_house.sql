-- Poles, organisations and people; who belongs where, and since when. Days are ISO text, instants UTC milliseconds.
create table poles (
    id text primary key,
    slug text not null unique,
    name text not null,
    zone text not null,                -- IANA name, never an offset
    language text not null,
    half_day_minutes bigint not null default 210,
    day_minutes bigint not null default 420,
    created_at bigint not null,
    seq bigint not null default 0      -- number of the pole's last event, without gaps
);

create table organisations (
    id text primary key,
    name text not null,
    type text not null,
    created_at bigint not null
);

create table memberships (
    id text primary key,
    pole_id text not null references poles (id),
    organisation_id text not null references organisations (id),
    circle text not null,
    college text,
    from_day text not null,
    to_day text                        -- last day included; null while it lasts
);
create index memberships_by_pole on memberships (pole_id, organisation_id);

create table people (
    id text primary key,
    name text not null,
    email text unique,                 -- lower case; null for a person without one
    language text not null default 'fr',
    created_at bigint not null
);

create table mandates (
    id text primary key,
    person_id text not null references people (id),
    pole_id text references poles (id),                 -- null: administrator of the whole instance
    organisation_id text references organisations (id), -- null: speaks for no member organisation
    role text not null,
    engagement text not null default 'benevole',        -- salarie | benevole: the kind of time a sentence means when it does not say
    from_day text not null,
    to_day text
);
create index mandates_by_person on mandates (person_id, pole_id);
create index mandates_by_pole on mandates (pole_id, role);

-- The outside identities a person signs in with: provider and the provider's own stable id, never an address.
create table logins (
    provider text not null,
    subject text not null,
    person_id text not null references people (id),
    created_at bigint not null,
    primary key (provider, subject)
);

-- One-time sign-in links, kept for a day. An ask for an unknown address leaves the same row, so that it costs the same and counts the same.
create table sign_in_links (
    id text primary key,
    address_hash text not null,        -- of the address asked for, only to count asks
    person_id text references people (id),              -- null: nobody here bears that address, and nothing is sent
    secret_hash text unique,           -- only the hash of the secret is kept; null until the mail is made
    return_to text,
    asked_at bigint not null,
    expires_at bigint,                 -- null until the mail is made
    used_at bigint
);
create index sign_in_links_by_address on sign_in_links (address_hash, asked_at);

-- ASP.NET's keys for cookies, shared by every node.
create table protection_keys (
    id text primary key,
    xml text not null,
    created_at bigint not null
);

-- The event log is the activity feed, the audit trail and the outbox at once.
create table events (
    id text primary key,
    pole_id text not null references poles (id),
    seq bigint not null,
    at bigint not null,
    name text not null,
    actor_id text references people (id),
    subject_id text not null,
    body text not null,
    unique (pole_id, seq)
);
create index events_by_subject on events (subject_id, seq);

create table deliveries (
    id text primary key,
    pole_id text,
    channel text not null,
    topic text not null,
    subject_id text not null,
    recipient_id text,
    dedupe text unique,
    created_at bigint not null,
    due_at bigint not null,            -- when leased: the end of the lease
    attempts bigint not null default 0,
    delivered_at bigint,
    parked_at bigint,                  -- given up until a person retries it
    error text
);
create index deliveries_due on deliveries (due_at) where delivered_at is null and parked_at is null;
create index deliveries_parked on deliveries (pole_id, parked_at) where parked_at is not null;
