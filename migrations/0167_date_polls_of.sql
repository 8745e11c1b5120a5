-- A meeting's page asks for its last question about a day, whatever came of it.
create index date_polls_of on date_polls (occurrence_id, id);
