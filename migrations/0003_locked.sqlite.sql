-- What must hold whatever SQL is run: a line keeps its identity, a locked or cancelled line keeps everything, nothing that was
-- submitted is deleted. Two freedoms remain on locked lines, both towards nothing: the sentence and the note can be emptied
-- (a person's right to be forgotten; sentences are dropped after 30 days).

-- "insert or replace" deletes the old row without firing delete triggers: every key it could collide on is looked at first.
create trigger contributions_insert before insert on contributions
when new.state = 'locked'
  or exists (select 1 from contributions c where c.id = new.id)
  or (new.request_key is not null and exists (select 1 from contributions c where c.request_key = new.request_key and c.request_line = new.request_line))
  or (new.reverses_id is not null and exists (select 1 from contributions c where c.reverses_id = new.reverses_id and c.state <> 'cancelled'))
begin
    select raise(abort, 'contributions: a line is locked by an approved digest only, and never replaced');
end;

create trigger contributions_identity before update on contributions
when new.id is not old.id or new.pole_id is not old.pole_id or new.channel is not old.channel or new.logged_at is not old.logged_at
  or new.reverses_id is not old.reverses_id or new.pair_id is not old.pair_id or new.import_id is not old.import_id
  or new.request_key is not old.request_key or new.request_line is not old.request_line
begin
    select raise(abort, 'contributions: a line keeps its identity');
end;

create trigger contributions_frozen before update on contributions
when old.state in ('locked', 'cancelled') and (
     new.state is not old.state or new.person_id is not old.person_id or new.organisation_id is not old.organisation_id
  or new.beneficiary_id is not old.beneficiary_id or new.kind is not old.kind or new.activity is not old.activity
  or new.day is not old.day or new.minutes is not old.minutes or new.people is not old.people or new.quantity_milli is not old.quantity_milli
  or new.unit is not old.unit or new.unit_value_cents is not old.unit_value_cents
  or new.starts is not old.starts or new.ends is not old.ends
  or (new.note is not old.note and new.note is not null) or (new.sentence is not old.sentence and new.sentence is not null)
  or new.logged_by is not old.logged_by
  or new.confirmed_at is not old.confirmed_at or new.confirmed_by is not old.confirmed_by
  or new.contested_at is not old.contested_at or new.contested_by is not old.contested_by or new.contest_reason is not old.contest_reason
  or new.answered_at is not old.answered_at or new.answered_by is not old.answered_by or new.answer is not old.answer
  or new.validated_at is not old.validated_at or new.validated_by is not old.validated_by
  or new.cancelled_at is not old.cancelled_at or new.cancelled_by is not old.cancelled_by
  or new.digest_id is not old.digest_id)
begin
    select raise(abort, 'contributions: a locked or cancelled line is not changed; a correction is a reversing line');
end;

create trigger contributions_lock before update on contributions
when new.state = 'locked' and old.state not in ('validated', 'locked')
begin
    select raise(abort, 'contributions: only a validated line can be locked');
end;

create trigger contributions_delete before delete on contributions
when old.state <> 'draft'
begin
    select raise(abort, 'contributions: a line that was submitted is cancelled, never deleted');
end;

create trigger contribution_parties_insert before insert on contribution_parties
when exists (select 1 from contributions c where c.id = new.contribution_id and c.state in ('locked', 'cancelled'))
begin
    select raise(abort, 'contributions: the parties of a locked or cancelled line are not changed');
end;

create trigger contribution_parties_update before update on contribution_parties
when exists (select 1 from contributions c where c.id in (old.contribution_id, new.contribution_id) and c.state in ('locked', 'cancelled'))
begin
    select raise(abort, 'contributions: the parties of a locked or cancelled line are not changed');
end;

create trigger contribution_parties_delete before delete on contribution_parties
when exists (select 1 from contributions c where c.id = old.contribution_id and c.state in ('locked', 'cancelled'))
begin
    select raise(abort, 'contributions: the parties of a locked or cancelled line are not changed');
end;
