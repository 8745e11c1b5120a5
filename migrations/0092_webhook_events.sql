-- Which events an address is told of: names with a space between; null: all.
alter table webhooks add column events text;
