-- Who hosts goes by who has waited longest, as who leads does. A host that is not the one of the former count was chosen by hand, and stays.
alter table occurrences add column host_chosen bigint not null default 0;  -- 1: chosen for this one meeting; the turn leaves it alone
update occurrences set host_chosen = 1
where number >= 0 and exists (select 1 from series_hosts x where x.series_id = occurrences.series_id)
  and coalesce(host_id, '') <> coalesce((
    select x.organisation_id from series_hosts x
    where x.series_id = occurrences.series_id
      and x.position = occurrences.number % (select count(*) from series_hosts y where y.series_id = occurrences.series_id)), '');
update occurrences set host_chosen = 1
where host_id is not null and not exists (select 1 from series_hosts x where x.series_id = occurrences.series_id);
