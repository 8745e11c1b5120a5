-- What pages and hourly jobs look for is found without reading all of it.
create index agenda_items_of_series on agenda_items (series_id, title) where state = 'open';
create index digest_remarks_of_digest on digest_remarks (digest_id, person_id);
create index guest_points_waiting on guest_points (pole_id, id) where state = 'waiting';
create index notice_preferences_by_theme on notice_preferences (theme, person_id);
create index teams_rooms_heard on teams_rooms (pole_id, heard_at);
