-- Lettre du pôle: drafts and what was sent; people outside the pole who asked for it and said so twice.
create table newsletters (
    id text primary key,
    pole_id text not null references poles (id),
    title text not null,
    body text not null,                -- Markdown
    language text not null,
    from_day text not null,            -- the period it tells of
    to_day text not null,
    state text not null,               -- draft | sent
    created_at bigint not null,
    edited_at bigint,
    edited_by text references people (id),
    sent_at bigint,
    sent_by text references people (id)
);
create index newsletters_by_pole on newsletters (pole_id, id);

create table newsletter_subscribers (
    id text primary key,
    pole_id text not null references poles (id),
    email text not null,               -- lower case
    language text not null,
    asked_at bigint not null,
    joined_at bigint,                  -- null until the mailed link was used
    left_at bigint,
    unique (pole_id, email)
);

create table newsletter_copies (
    id text primary key,
    newsletter_id text not null references newsletters (id),
    subscriber_id text not null references newsletter_subscribers (id),
    unique (newsletter_id, subscriber_id)
);
