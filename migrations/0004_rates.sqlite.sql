create trigger smic_is_kept before update on smic begin select raise(abort, 'smic is append-only'); end;
create trigger smic_stays before delete on smic begin select raise(abort, 'smic is append-only'); end;
create trigger rates_are_kept before update on rates begin select raise(abort, 'rates is append-only'); end;
create trigger rates_stay before delete on rates begin select raise(abort, 'rates is append-only'); end;
