-- What an approved digest stands on is not changed: the calculation is locked with its line.
create trigger unit_value_bases_insert before insert on unit_value_bases
when exists (select 1 from contributions c where c.id = new.contribution_id and c.state in ('locked', 'cancelled'))
begin
    select raise(abort, 'contributions: the unit value of a locked or cancelled line is not changed');
end;

create trigger unit_value_bases_update before update on unit_value_bases
begin
    select raise(abort, 'contributions: a calculation is replaced, never edited');
end;

create trigger unit_value_bases_delete before delete on unit_value_bases
when exists (select 1 from contributions c where c.id = old.contribution_id and c.state in ('locked', 'cancelled'))
begin
    select raise(abort, 'contributions: the unit value of a locked or cancelled line is not changed');
end;
