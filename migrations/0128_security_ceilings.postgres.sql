create trigger security_ceilings_are_kept before update or delete on security_ceilings for each row execute function append_only();
