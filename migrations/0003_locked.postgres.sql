-- What must hold whatever SQL is run: a line keeps its identity, a locked or cancelled line keeps everything, nothing that was
-- submitted is deleted. Two freedoms remain on locked lines, both towards nothing: the sentence and the note can be emptied
-- (a person's right to be forgotten; sentences are dropped after 30 days).
create function contributions_keep() returns trigger language plpgsql as $$
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
        if new.sentence is null then before.sentence := null; end if;
        if new is distinct from before then
            raise exception 'contributions: a locked or cancelled line is not changed; a correction is a reversing line';
        end if;
    end if;
    return new;
end $$;

create trigger contributions_keep_rows before insert or update or delete on contributions for each row execute function contributions_keep();
create trigger contributions_keep_all before truncate on contributions for each statement execute function contributions_keep();

create function contribution_parties_keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' then
        raise exception 'contributions: the parties of a locked or cancelled line are not changed';
    end if;
    if tg_op <> 'INSERT' and exists (select 1 from contributions c where c.id = old.contribution_id and c.state in ('locked', 'cancelled'))
       or tg_op <> 'DELETE' and exists (select 1 from contributions c where c.id = new.contribution_id and c.state in ('locked', 'cancelled')) then
        raise exception 'contributions: the parties of a locked or cancelled line are not changed';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
end $$;

create trigger contribution_parties_keep_rows before insert or update or delete on contribution_parties for each row execute function contribution_parties_keep();
create trigger contribution_parties_keep_all before truncate on contribution_parties for each statement execute function contribution_parties_keep();
