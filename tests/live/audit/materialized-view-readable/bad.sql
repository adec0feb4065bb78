-- finds: materialized view public.totals
-- because: anon, authenticated read all of it: a materialized view has no row security
create materialized view totals as select 1 as one;
