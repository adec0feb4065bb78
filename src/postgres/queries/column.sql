-- Of tables, views and materialized views, in order. Columns that only a parent by inheritance gives are left
-- out; a partition has them all.
select json_build_object(
  'schema', n.nspname,
  'relation', c.relname,
  'kind', c.relkind,
  'name', f.attname,
  'type', format_type(f.atttypid, f.atttypmod),
  'not_null', f.attnotnull,
  -- told apart from PostgreSQL 18 on
  'not_null_inherited', case when f.attinhcount > 0 and not c.relispartition then exists (select from pg_constraint o
    where o.conrelid = c.oid and o.contype = 'n' and o.conkey = array[f.attnum] and not o.conislocal) else false end,
  'default', case when f.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
  'generated', case when f.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end,
  'virtual', f.attgenerated = 'v',
  'identity', f.attidentity,
  'sequence', case when s.seqrelid is not null then json_build_object(
    'type', format_type(s.seqtypid, null),
    'start', s.seqstart, 'increment', s.seqincrement, 'min', s.seqmin, 'max', s.seqmax,
    'cache', s.seqcache, 'cycle', s.seqcycle) end,
  'collation', case when f.attcollation <> 0 and f.attcollation <> t.typcollation then f.attcollation::regcollation::text end,
  'storage', case when f.attstorage <> t.typstorage then f.attstorage end,
  'compression', f.attcompression,
  'statistics', nullif(f.attstattarget, -1),
  'comment', col_description(c.oid, f.attnum)
)::text
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute f on f.attrelid = c.oid and f.attnum > 0 and not f.attisdropped
join pg_type t on t.oid = f.atttypid
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = f.attnum
left join pg_depend i on f.attidentity <> '' and i.classid = 'pg_class'::regclass and i.refclassid = 'pg_class'::regclass
  and i.refobjid = c.oid and i.refobjsubid = f.attnum and i.deptype = 'i'
left join pg_sequence s on s.seqrelid = i.objid
where c.relkind in ('r', 'p', 'f', 'v', 'm')
  and (f.attislocal or c.relispartition)
  and n.oid = any ($1::oid[])
order by c.oid, f.attnum
