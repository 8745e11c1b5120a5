-- An export may be wanted in quantities alone; and it says how often making it has failed, so that whoever asked knows and may ask again.
alter table exports add column quantities_alone bigint not null default 0;
alter table exports add column failures bigint not null default 0;
