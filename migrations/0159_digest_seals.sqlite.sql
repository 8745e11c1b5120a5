create trigger digest_evidence_frozen before update on digest_evidence begin select raise(abort, 'digests: a digest is frozen'); end;
create trigger digest_evidence_kept before delete on digest_evidence when (select state from digests where id = old.digest_id) <> 'asked'
begin select raise(abort, 'digests: a digest is frozen'); end;
create trigger digest_evidence_closed before insert on digest_evidence when (select state from digests where id = new.digest_id) <> 'asked'
begin select raise(abort, 'digests: a digest is frozen'); end;

-- Votes are cast, and electors named, while the review is open.
create trigger digest_votes_closed before insert on digest_votes when (select state from digests where id = new.digest_id) <> 'review'
begin select raise(abort, 'digests: votes and electors are kept as they were'); end;
create trigger digest_electors_closed before insert on digest_electors when (select state from digests where id = new.digest_id) <> 'review'
begin select raise(abort, 'digests: votes and electors are kept as they were'); end;

drop trigger digests_approved;
create trigger digests_approved before update on digests
when old.state = 'approved' and (new.state is not old.state or new.hash is not old.hash or new.previous_hash is not old.previous_hash
  or new.chain is not old.chain or new.approved_at is not old.approved_at or new.quorum is not old.quorum or new.electors is not old.electors
  or new.seal is not old.seal or new.previous_seal is not old.previous_seal or new.round is not old.round or new.voting_rules is not old.voting_rules
  or new.review_opened_at is not old.review_opened_at or new.review_opened_by is not old.review_opened_by)
begin select raise(abort, 'digests: an approved digest is not changed'); end;
