-- A delivery that is noted twice by a double press is one delivery.
alter table agreement_deliveries add column request_key text;
create unique index agreement_deliveries_once on agreement_deliveries (request_key);
