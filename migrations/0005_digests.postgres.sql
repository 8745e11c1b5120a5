-- What must hold whatever SQL is run: once compiled, what was hashed is neither changed, added to nor taken away.
create function digests_keep_content() returns trigger language plpgsql as $$
begin
    if tg_op in ('UPDATE', 'TRUNCATE') then
        raise exception 'digests: a digest is frozen';
    end if;
    if exists (select 1 from (select distinct digest_id from touched) t join digests d on d.id = t.digest_id where d.state <> 'asked') then
        raise exception 'digests: a digest is frozen';
    end if;
    return null;
end $$;

create trigger digest_lines_frozen before update or truncate on digest_lines for each statement execute function digests_keep_content();
create trigger digest_lines_kept after delete on digest_lines referencing old table as touched for each statement execute function digests_keep_content();
create trigger digest_lines_closed after insert on digest_lines referencing new table as touched for each statement execute function digests_keep_content();

create trigger digest_rates_frozen before update or truncate on digest_rates for each statement execute function digests_keep_content();
create trigger digest_rates_kept after delete on digest_rates referencing old table as touched for each statement execute function digests_keep_content();
create trigger digest_rates_closed after insert on digest_rates referencing new table as touched for each statement execute function digests_keep_content();

create trigger digest_totals_frozen before update or truncate on digest_totals for each statement execute function digests_keep_content();
create trigger digest_totals_kept after delete on digest_totals referencing old table as touched for each statement execute function digests_keep_content();
create trigger digest_totals_closed after insert on digest_totals referencing new table as touched for each statement execute function digests_keep_content();

create trigger digest_votes_kept before update or delete or truncate on digest_votes for each statement execute function append_only();

create trigger digest_electors_kept before update or delete or truncate on digest_electors for each statement execute function append_only();

create function digests_keep() returns trigger language plpgsql as $$
begin
    if tg_op in ('DELETE', 'TRUNCATE') then
        raise exception 'digests: a digest is kept';
    end if;
    if old.state <> 'asked' and (new.state = 'asked' or (new.pole_id, new.from_day, new.to_day, new.version, new.lines, new.minutes, new.value_cents, new.excluded, new.content_hash) is distinct from (old.pole_id, old.from_day, old.to_day, old.version, old.lines, old.minutes, old.value_cents, old.excluded, old.content_hash)) then
        raise exception 'digests: a digest is frozen';
    end if;
    if old.state = 'approved' and (new.state, new.hash, new.previous_hash, new.chain, new.approved_at, new.quorum, new.electors)
       is distinct from (old.state, old.hash, old.previous_hash, old.chain, old.approved_at, old.quorum, old.electors) then
        raise exception 'digests: an approved digest is not changed';
    end if;
    return new;
end $$;
create trigger digests_keep_rows before update or delete on digests for each row execute function digests_keep();
create trigger digests_keep_all before truncate on digests for each statement execute function digests_keep();
