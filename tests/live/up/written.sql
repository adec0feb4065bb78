-- Rows of the catalog with the transaction that wrote them, for objects in schemas that are nobody else's.
with spaces as (
  select oid, nspname, xmin from pg_catalog.pg_namespace
  where nspname !~ '^(pg_|information_schema|schemagen|extensions|auth|storage|realtime|vault|graphql)'
), relations as (
  select c.oid, s.nspname || '.' || c.relname as name, c.xmin from pg_catalog.pg_class as c join spaces as s on s.oid = c.relnamespace
)
select line from (
  select pg_catalog.format('schema %s %s', nspname, xmin) from spaces
  union all select pg_catalog.format('relation %s %s', name, xmin) from relations
  union all select pg_catalog.format('column %s %s %s', r.name, a.attname, a.xmin) from pg_catalog.pg_attribute as a join relations as r on r.oid = a.attrelid
  union all select pg_catalog.format('constraint %s %s %s', r.name, c.conname, c.xmin) from pg_catalog.pg_constraint as c join relations as r on r.oid = c.conrelid
  union all select pg_catalog.format('index %s %s', r.name, i.xmin) from pg_catalog.pg_index as i join relations as r on r.oid = i.indexrelid
  union all select pg_catalog.format('policy %s %s %s', r.name, p.polname, p.xmin) from pg_catalog.pg_policy as p join relations as r on r.oid = p.polrelid
  union all select pg_catalog.format('trigger %s %s %s', r.name, t.tgname, t.xmin) from pg_catalog.pg_trigger as t join relations as r on r.oid = t.tgrelid
  union all select pg_catalog.format('rule %s %s', r.name, w.xmin) from pg_catalog.pg_rewrite as w join relations as r on r.oid = w.ev_class
  union all select pg_catalog.format('sequence %s %s', r.name, q.xmin) from pg_catalog.pg_sequence as q join relations as r on r.oid = q.seqrelid
  union all select pg_catalog.format('function %s %s', p.oid::regprocedure, p.xmin) from pg_catalog.pg_proc as p join spaces as s on s.oid = p.pronamespace
  union all select pg_catalog.format('type %s %s', t.oid::regtype, t.xmin) from pg_catalog.pg_type as t join spaces as s on s.oid = t.typnamespace
  union all select pg_catalog.format('comment %s %s', d.description, d.xmin) from pg_catalog.pg_description as d join relations as r on r.oid = d.objoid
) as lines (line) order by line collate "C"
