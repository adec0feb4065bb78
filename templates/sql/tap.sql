-- Where pgTAP is installed, TAP is written.
select coalesce((select n.nspname from pg_catalog.pg_extension as e join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
  where e.extname = 'pgtap'), '') as pgtap \gset
select :'pgtap' <> '' as has_pgtap \gset
\if :has_pgtap
\pset format unaligned
\pset tuples_only on
\pset pager off
select set_config('search_path', 'pg_catalog, pg_temp, ' || quote_ident(:'pgtap'), true) as path \gset
