-- finds: materialized view public.totals
create materialized view totals as select 1 as one;
