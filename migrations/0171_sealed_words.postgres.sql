alter table contributions disable trigger contributions_keep_rows;
update contributions set note_salt = replace(gen_random_uuid()::text, '-', '') where note is not null;
alter table contributions enable trigger contributions_keep_rows;
create or replace function contributions_keep() returns trigger language plpgsql as $$
declare
    before contributions;
begin
    if tg_op = 'TRUNCATE' then
        raise exception 'contributions: a line that was submitted is cancelled, never deleted';
    end if;
    if tg_op = 'INSERT' then
        if new.state = 'locked' then
            raise exception 'contributions: a line is locked by an approved digest only, and never replaced';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE' then
        if old.state <> 'draft' then
            raise exception 'contributions: a line that was submitted is cancelled, never deleted';
        end if;
        return old;
    end if;
    if (new.id, new.pole_id, new.channel, new.logged_at, new.reverses_id, new.pair_id, new.import_id, new.request_key, new.request_line)
       is distinct from
       (old.id, old.pole_id, old.channel, old.logged_at, old.reverses_id, old.pair_id, old.import_id, old.request_key, old.request_line) then
        raise exception 'contributions: a line keeps its identity';
    end if;
    if new.state = 'locked' and old.state not in ('validated', 'locked') then
        raise exception 'contributions: only a validated line can be locked';
    end if;
    if old.state in ('locked', 'cancelled') then
        before := old;
        if new.note is null then before.note := null; end if;
        if new.note_salt is null then before.note_salt := null; end if;
        if new.sentence is null then before.sentence := null; end if;
        if new is distinct from before then
            raise exception 'contributions: a locked or cancelled line is not changed; a correction is a reversing line';
        end if;
    end if;
    return new;
end $$;
