create function append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger smic_is_kept before update or delete on smic for each row execute function append_only();
create trigger rates_are_kept before update or delete on rates for each row execute function append_only();
