create trigger security_ceilings_are_kept before update on security_ceilings begin select raise(abort, 'security_ceilings is append-only'); end;
create trigger security_ceilings_stay before delete on security_ceilings begin select raise(abort, 'security_ceilings is append-only'); end;
