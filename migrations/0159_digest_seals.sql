-- An approval is sealed: who could vote, who did, when, on which hash. The digest approved next carries the seal in its own text.
alter table digests add column seal text;          -- '': approved before there were seals
alter table digests add column previous_seal text; -- of the digest approved before
update digests set seal = '' where state = 'approved';

-- What proved the lines when they were compiled, by its hash: part of the digest's text.
create table digest_evidence (
    digest_id text not null references digests (id),
    number bigint not null,            -- from 1, in the order of contribution and piece
    contribution_id text not null,
    piece_id text not null,
    sha256 text,                       -- of the file; null for a link
    link text,
    primary key (digest_id, number)
);
