create trigger digest_evidence_frozen before update or truncate on digest_evidence for each statement execute function digests_keep_content();
create trigger digest_evidence_kept after delete on digest_evidence referencing old table as touched for each statement execute function digests_keep_content();
create trigger digest_evidence_closed after insert on digest_evidence referencing new table as touched for each statement execute function digests_keep_content();

-- Votes are cast, and electors named, while the review is open.
create function digests_vote_in_review() returns trigger language plpgsql as $$
begin
    if (select state from digests where id = new.digest_id) <> 'review' then
        raise exception 'digests: votes and electors are kept as they were';
    end if;
    return new;
end $$;
create trigger digest_votes_closed before insert on digest_votes for each row execute function digests_vote_in_review();
create trigger digest_electors_closed before insert on digest_electors for each row execute function digests_vote_in_review();

create or replace function digests_keep() returns trigger language plpgsql as $$
begin
    if tg_op in ('DELETE', 'TRUNCATE') then
        raise exception 'digests: a digest is kept';
    end if;
    if old.state <> 'asked' and (new.state = 'asked' or (new.pole_id, new.from_day, new.to_day, new.version, new.lines, new.minutes, new.value_cents, new.excluded, new.content_hash) is distinct from (old.pole_id, old.from_day, old.to_day, old.version, old.lines, old.minutes, old.value_cents, old.excluded, old.content_hash)) then
        raise exception 'digests: a digest is frozen';
    end if;
    if old.state = 'approved' and (new.state, new.hash, new.previous_hash, new.chain, new.approved_at, new.quorum, new.electors, new.seal, new.previous_seal, new.round, new.voting_rules, new.review_opened_at, new.review_opened_by)
       is distinct from (old.state, old.hash, old.previous_hash, old.chain, old.approved_at, old.quorum, old.electors, old.seal, old.previous_seal, old.round, old.voting_rules, old.review_opened_at, old.review_opened_by) then
        raise exception 'digests: an approved digest is not changed';
    end if;
    return new;
end $$;
