-- What an approved digest stands on is not changed: the calculation is locked with its line.
create function unit_value_bases_keep() returns trigger language plpgsql as $$
begin
    if tg_op in ('TRUNCATE', 'UPDATE') then
        raise exception 'contributions: a calculation is replaced, never edited';
    end if;
    if tg_op = 'DELETE' and exists (select 1 from contributions c where c.id = old.contribution_id and c.state in ('locked', 'cancelled'))
       or tg_op = 'INSERT' and exists (select 1 from contributions c where c.id = new.contribution_id and c.state in ('locked', 'cancelled')) then
        raise exception 'contributions: the unit value of a locked or cancelled line is not changed';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
end $$;

create trigger unit_value_bases_keep_rows before insert or update or delete on unit_value_bases for each row execute function unit_value_bases_keep();
create trigger unit_value_bases_keep_all before truncate on unit_value_bases for each statement execute function unit_value_bases_keep();
