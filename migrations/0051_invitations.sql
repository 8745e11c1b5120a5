-- Who was invited to a meeting, what they were last told of it, and the last reminder.
create table meeting_invitations (
    occurrence_id text not null references occurrences (id),
    person_id text not null references people (id),
    invited_at bigint not null,
    told_revision bigint not null,     -- of the meeting, when they were last told of a change
    reminded_days bigint,              -- the last reminder: 14, 7 or 1 days before
    primary key (occurrence_id, person_id)
);
