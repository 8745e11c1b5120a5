-- Justificatifs: what proves a line. A file lives in the data folder under its own hash; here stand its name, size, kind and hash. Or a link.
create table evidence (
    id text primary key,
    pole_id text not null references poles (id),
    contribution_id text not null references contributions (id),
    name text not null,
    type text,                         -- media type of the file; null for a link
    bytes bigint,
    sha256 text,
    link text,
    added_by text not null references people (id),
    added_at bigint not null,
    withdrawn_by text references people (id),
    withdrawn_at bigint,
    check ((sha256 is null) <> (link is null))
);
create index evidence_by_contribution on evidence (contribution_id, id);
