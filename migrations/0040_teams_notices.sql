-- Notices brought to personal chats: what was begun, and which message shows it, so that nobody is told twice.
create table teams_notices (
    delivery_id text primary key,
    attempt bigint not null,           -- of the delivery, when the sending began
    conversation_id text not null,
    activity_id text,                  -- null: begun, and nobody knows whether it arrived
    at bigint not null
);

-- Thumbs under the bot's messages, counted by day; nothing about who or what.
create table bot_feedback (
    day text not null,
    reaction text not null,            -- like | dislike
    number bigint not null,
    primary key (day, reaction)
);
