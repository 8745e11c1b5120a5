-- Microsoft Teams: whose account is whose, where people are reached, what was acknowledged and waits for its turn, which cards stand where.
create table teams_accounts (
    tenant_id text not null,
    object_id text not null,           -- Entra object id; the channel's own id where it names none
    person_id text not null references people (id),
    pole_id text references poles (id),                 -- the pole the account speaks in; null: the first of theirs
    known_by text not null,            -- code | sso
    linked_at bigint not null,
    primary key (tenant_id, object_id)
);
create index teams_accounts_by_person on teams_accounts (person_id);

-- One-time codes that link an account, only as hashes.
create table teams_codes (
    code_hash text primary key,
    person_id text not null references people (id),
    made_at bigint not null,
    expires_at bigint not null
);
create index teams_codes_by_person on teams_codes (person_id);

-- Codes that were tried and are none, kept for a day to count them.
create table teams_tries (
    id text primary key,
    tenant_id text not null,
    object_id text not null,
    at bigint not null
);
create index teams_tries_by_tenant on teams_tries (tenant_id, at);

create table teams_conversations (
    id text primary key,               -- of a channel, not of one thread in it
    kind text not null,                -- personal | groupChat | channel
    service_url text not null,
    tenant_id text,
    object_id text,                    -- of a personal chat: the account it is with
    user_id text,
    bot_id text,
    bot_name text,
    locale text,
    seen_at bigint not null,
    welcomed_by text,                  -- the activity that the one welcome answers
    blocked_at bigint                  -- removed or blocked: nothing is sent until they write again
);
create index teams_conversations_by_account on teams_conversations (tenant_id, object_id);

create table teams_activities (
    conversation_id text not null,
    id text not null,
    received_at bigint not null,
    due_at bigint not null,            -- when another hand may take its turn
    attempts bigint not null default 0,
    body text,                         -- JSON, until its turn was taken
    said bigint not null default 0,    -- how many of its answers were begun to be sent
    taken_at bigint,
    error text,
    primary key (conversation_id, id)
);
create index teams_activities_waiting on teams_activities (due_at) where taken_at is null;
create index teams_activities_by_age on teams_activities (received_at);

-- The message that shows a card that waits, so that it is shown what became of it.
create table teams_cards (
    conversation_id text not null,
    key text not null,
    activity_id text not null,
    card text not null,                -- JSON, as it was shown last
    became text,                       -- what was said when it stopped waiting
    at bigint not null,
    primary key (conversation_id, key)
);

-- The activity a turn answers: heard again after a crash, it gets the same answer and does nothing twice.
alter table messages add column turn text;
create unique index messages_by_turn on messages (conversation_id, turn);
