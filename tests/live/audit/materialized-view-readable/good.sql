create materialized view totals as select 1 as one;
revoke all on totals from anon, authenticated;
