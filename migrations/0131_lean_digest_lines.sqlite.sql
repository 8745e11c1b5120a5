-- A digest's lines stand once, in the order of their numbers, which is by day and then by id: who looks for one finds it by halving,
-- and no index is written beside them. That halves what a million lines take to write.
-- The guard looks after the row is in, which costs half of looking before; an abort takes the statement's rows back all the same.
create table digest_lines_lean (
    digest_id text not null references digests (id),
    number bigint not null,            -- from 1, by day
    contribution_id text not null,
    day text not null,
    person_id text,
    organisation_id text not null,
    beneficiary_id text,
    kind text not null,
    minutes bigint not null,
    quantity_milli bigint,
    unit text,
    unit_value_cents bigint,
    rate_number bigint,                -- in digest_rates
    cents_per_hour bigint,
    value_cents bigint not null,
    debit text,
    credit text,
    reverses_id text,
    reason text,                       -- why it was left out; null where it counts
    mark text not null,                -- start of the hash of everything up to and with this line
    primary key (digest_id, number)
) without rowid;

insert into digest_lines_lean
select digest_id, number, contribution_id, day, person_id, organisation_id, beneficiary_id, kind, minutes, quantity_milli, unit,
       unit_value_cents, rate_number, cents_per_hour, value_cents, debit, credit, reverses_id, reason, mark
from digest_lines order by digest_id, number;

drop table digest_lines;
alter table digest_lines_lean rename to digest_lines;

create trigger digest_lines_frozen before update on digest_lines begin select raise(abort, 'digests: a digest is frozen'); end;
create trigger digest_lines_kept before delete on digest_lines when (select state from digests where id = old.digest_id) <> 'asked'
begin select raise(abort, 'digests: a digest is frozen'); end;
create trigger digest_lines_closed after insert on digest_lines when (select state from digests where id = new.digest_id) <> 'asked'
begin select raise(abort, 'digests: a digest is frozen'); end;
