-- What a person and the program said to each other, per channel, and the reading that waits for a yes.
create table conversations (
    id text primary key,
    pole_id text not null references poles (id),
    person_id text not null references people (id),
    channel text not null,             -- web | teams
    pending text,                      -- JSON: the reading shown, what it still misses, its key
    pending_until bigint,              -- a day after it was shown
    unique (pole_id, person_id, channel)
);

create table messages (
    id text primary key,
    conversation_id text not null references conversations (id),
    at bigint not null,
    mine bigint not null,              -- 1: the person said it; 0: the program did
    text text not null,
    card text                          -- JSON: what goes with the words
);
create index messages_by_conversation on messages (conversation_id, id);
