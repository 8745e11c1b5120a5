-- Approval by college: the pole's voting rules, frozen with the electorate when a review opens.
alter table digests add column voting_rules text;          -- null: one voice each, the quorum alone decides
alter table digest_electors add column college_id text;    -- null: of no college
