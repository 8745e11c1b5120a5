-- What the lists of the exchanges are read by, newest first.
create index agreements_newest on agreements (pole_id, id);
create index matches_newest on matches (pole_id, id);
create index matches_by_state on matches (pole_id, state, id);
create index bookings_of on bookings (organisation_id, pole_id, day) where cancelled_at is null;
create index purchases_by_pole on purchases (pole_id, offer_id);
create index purchase_parts_of on purchase_parts (organisation_id, offer_id);
