-- Which members gave nothing in a period: one look at each, instead of one at every line of the period.
create index contributions_by_giver_day on contributions (pole_id, organisation_id, day);
