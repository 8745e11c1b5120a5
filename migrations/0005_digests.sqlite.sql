-- What must hold whatever SQL is run: once compiled, what was hashed is neither changed, added to nor taken away.

create trigger digest_lines_frozen before update on digest_lines begin select raise(abort, 'digests: a digest is frozen'); end;
create trigger digest_lines_kept before delete on digest_lines when (select state from digests where id = old.digest_id) <> 'asked'
begin select raise(abort, 'digests: a digest is frozen'); end;
create trigger digest_lines_closed before insert on digest_lines when (select state from digests where id = new.digest_id) <> 'asked'
begin select raise(abort, 'digests: a digest is frozen'); end;

create trigger digest_rates_frozen before update on digest_rates begin select raise(abort, 'digests: a digest is frozen'); end;
create trigger digest_rates_kept before delete on digest_rates when (select state from digests where id = old.digest_id) <> 'asked'
begin select raise(abort, 'digests: a digest is frozen'); end;
create trigger digest_rates_closed before insert on digest_rates when (select state from digests where id = new.digest_id) <> 'asked'
begin select raise(abort, 'digests: a digest is frozen'); end;

create trigger digest_totals_frozen before update on digest_totals begin select raise(abort, 'digests: a digest is frozen'); end;
create trigger digest_totals_kept before delete on digest_totals when (select state from digests where id = old.digest_id) <> 'asked'
begin select raise(abort, 'digests: a digest is frozen'); end;
create trigger digest_totals_closed before insert on digest_totals when (select state from digests where id = new.digest_id) <> 'asked'
begin select raise(abort, 'digests: a digest is frozen'); end;

create trigger digest_votes_kept before update on digest_votes begin select raise(abort, 'digests: votes and electors are kept as they were'); end;
create trigger digest_votes_stay before delete on digest_votes begin select raise(abort, 'digests: votes and electors are kept as they were'); end;

create trigger digest_electors_kept before update on digest_electors begin select raise(abort, 'digests: votes and electors are kept as they were'); end;
create trigger digest_electors_stay before delete on digest_electors begin select raise(abort, 'digests: votes and electors are kept as they were'); end;

create trigger digests_frozen before update on digests
when old.state <> 'asked' and (new.state = 'asked' or new.pole_id is not old.pole_id or new.from_day is not old.from_day or new.to_day is not old.to_day or new.version is not old.version or new.lines is not old.lines or new.minutes is not old.minutes or new.value_cents is not old.value_cents or new.excluded is not old.excluded or new.content_hash is not old.content_hash)
begin select raise(abort, 'digests: a digest is frozen'); end;
create trigger digests_approved before update on digests
when old.state = 'approved' and (new.state is not old.state or new.hash is not old.hash or new.previous_hash is not old.previous_hash
  or new.chain is not old.chain or new.approved_at is not old.approved_at or new.quorum is not old.quorum or new.electors is not old.electors)
begin select raise(abort, 'digests: an approved digest is not changed'); end;
-- "insert or replace" deletes the old row without firing delete triggers.
create trigger digests_new before insert on digests
when exists (select 1 from digests d where d.id = new.id or (d.pole_id = new.pole_id and d.from_day = new.from_day and d.to_day = new.to_day and d.version = new.version)
  or (d.pole_id = new.pole_id and d.chain = new.chain))
begin select raise(abort, 'digests: a digest is kept'); end;
create trigger digests_kept before delete on digests begin select raise(abort, 'digests: a digest is kept'); end;
