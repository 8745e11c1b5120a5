-- Channels and group chats of Teams where people of a pole have named the bot: there the pole may post.
create table teams_rooms (
    conversation_id text not null,
    pole_id text not null references poles (id),
    name text not null,                -- as Teams named it last; empty where it names none
    heard_at bigint not null,
    primary key (conversation_id, pole_id)
);

-- What was posted there: a meeting's minutes, once begun never begun again by itself.
create table teams_posts (
    id text primary key,
    pole_id text not null references poles (id),
    conversation_id text not null,
    occurrence_id text not null,
    posted_by text not null references people (id),
    posted_at bigint not null,
    begun_at bigint,
    activity_id text                   -- the message; null: not sent, or nobody knows whether it arrived
);
create index teams_posts_by_meeting on teams_posts (pole_id, occurrence_id);
