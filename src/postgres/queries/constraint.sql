-- What partitions and children only inherit is left out; so are NOT NULL (a column's) and constraint triggers.
select json_build_object(
  'schema', n.nspname,
  'table', c.relname,
  'name', o.conname,
  'kind', o.contype,
  'columns', (
    select json_agg(f.attname order by k.position)
    from unnest(o.conkey) with ordinality k (number, position)
    join pg_attribute f on f.attrelid = o.conrelid and f.attnum = k.number
  ),
  'include', (
    select json_agg(f.attname order by k.position)
    from unnest(x.indkey::int2[]) with ordinality k (number, position)
    join pg_attribute f on f.attrelid = o.conrelid and f.attnum = k.number
    where k.position > x.indnkeyatts
  ),
  'nulls_not_distinct', coalesce(x.indnullsnotdistinct, false),
  'deferrable', o.condeferrable,
  'deferred', o.condeferred,
  'expression', case when o.contype = 'c' then pg_get_expr(o.conbin, o.conrelid) end,
  'no_inherit', o.connoinherit,
  'valid', o.convalidated,
  'definition', pg_get_constraintdef(o.oid),
  'foreign_schema', fn.nspname,
  'foreign_table', fc.relname,
  'foreign_columns', (
    select json_agg(f.attname order by k.position)
    from unnest(o.confkey) with ordinality k (number, position)
    join pg_attribute f on f.attrelid = o.confrelid and f.attnum = k.number
  ),
  'on_delete', o.confdeltype,
  'on_delete_columns', (
    select json_agg(f.attname order by k.position)
    from unnest(o.confdelsetcols) with ordinality k (number, position)
    join pg_attribute f on f.attrelid = o.conrelid and f.attnum = k.number
  ),
  'on_update', o.confupdtype,
  'match_full', o.confmatchtype = 'f',
  'late', exists (
    select from pg_depend d join pg_operator op on op.oid = d.refobjid
    where d.classid = 'pg_constraint'::regclass and d.objid = o.oid and d.refclassid = 'pg_operator'::regclass
      and op.oprnamespace = any ($1::oid[])
      and not exists (select from pg_depend e where e.classid = d.refclassid and e.objid = d.refobjid and e.deptype = 'e')),
  'index_options', (select i.reloptions from pg_class i where i.oid = o.conindid and o.contype in ('p', 'u', 'x')),
  'comment', obj_description(o.oid, 'pg_constraint')
)::text
from pg_constraint o
join pg_class c on c.oid = o.conrelid
join pg_namespace n on n.oid = c.relnamespace
left join pg_index x on x.indexrelid = o.conindid and o.contype in ('p', 'u')
left join pg_class fc on fc.oid = o.confrelid
left join pg_namespace fn on fn.oid = fc.relnamespace
where o.contype in ('p', 'u', 'c', 'f', 'x')
  and o.conparentid = 0
  and o.conislocal
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
