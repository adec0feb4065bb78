-- Those of constraints, and the parts of an index on a partitioned table, are left out.
select json_build_object(
  'schema', n.nspname,
  'relation', c.relname,
  'kind', c.relkind,
  'name', i.relname,
  'unique', x.indisunique,
  'method', m.amname,
  'definition', pg_get_indexdef(i.oid),
  'include', (
    select json_agg(f.attname order by k.position)
    from unnest(x.indkey::int2[]) with ordinality k (number, position)
    join pg_attribute f on f.attrelid = c.oid and f.attnum = k.number
    where k.position > x.indnkeyatts
  ),
  'nulls_not_distinct', x.indnullsnotdistinct,
  'options', i.reloptions,
  'predicate', pg_get_expr(x.indpred, x.indrelid),
  'valid', x.indisvalid,
  'only', c.relkind = 'p' and not x.indisvalid,
  -- operators and their classes are made when the functions of the model are there: after tables
  'late', exists (
    select from pg_depend d
    left join pg_opclass oc on d.refclassid = 'pg_opclass'::regclass and oc.oid = d.refobjid
    left join pg_operator o on d.refclassid = 'pg_operator'::regclass and o.oid = d.refobjid
    where d.classid = 'pg_class'::regclass and d.objid = i.oid and coalesce(oc.opcnamespace, o.oprnamespace) = any ($1::oid[])
      and not exists (
        select from pg_depend e where e.classid = d.refclassid and e.objid = d.refobjid and e.deptype = 'e')),
  'clustered', x.indisclustered,
  'comment', obj_description(i.oid, 'pg_class')
)::text
from pg_index x
join pg_class i on i.oid = x.indexrelid
join pg_class c on c.oid = x.indrelid
join pg_am m on m.oid = i.relam
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'm')
  and not i.relispartition
  and n.oid = any ($1::oid[])
  and not exists (select from pg_constraint o where o.conindid = i.oid and o.contype in ('p', 'u', 'x'))
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid in (i.oid, c.oid) and d.deptype = 'e')
