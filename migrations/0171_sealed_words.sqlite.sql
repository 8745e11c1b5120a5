update contributions set note_salt = lower(hex(randomblob(16))) where note is not null;
create trigger contributions_note_salt before update on contributions
when old.state in ('locked', 'cancelled') and new.note_salt is not old.note_salt and new.note_salt is not null
begin
    select raise(abort, 'contributions: a locked or cancelled line is not changed; a correction is a reversing line');
end;
