-- Columns, keys and checks of one table, as the server has them.
select json_build_object(
  'columns', (
    select json_agg(json_build_object(
      'name', a.attname,
      'data_type', format_type(a.atttypid, a.atttypmod),
      'base_type', format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null),
      'not_null', a.attnotnull or t.typnotnull,
      'has_default', a.atthasdef or a.attidentity <> '' or t.typdefault is not null,
      'default', (select pg_get_expr(d.adbin, d.adrelid) from pg_catalog.pg_attrdef d
        where d.adrelid = a.attrelid and d.adnum = a.attnum and a.attgenerated = ''),
      'computed', a.attgenerated <> '' or a.attidentity = 'a',
      'generated', a.attgenerated <> '',
      'labels', (select coalesce(json_agg(e.enumlabel order by e.enumsortorder), '[]') from pg_catalog.pg_enum e
        where e.enumtypid in (t.oid, t.typbasetype)),
      'checks', (select coalesce(json_agg(pg_get_expr(c.conbin, 0)), '[]') from pg_catalog.pg_constraint c
        where c.contypid = t.oid and c.contype = 'c')
    ) order by a.attnum)
    from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
    where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  ),
  'checks', (select coalesce(json_object_agg(c.conname, pg_get_expr(c.conbin, c.conrelid)), '{}')
    from pg_catalog.pg_constraint c where c.conrelid = r.oid and c.contype = 'c'),
  'primary_key', (select coalesce(json_agg(a.attname order by k.place), '[]')
    from pg_catalog.pg_constraint c, unnest(c.conkey) with ordinality k(attnum, place), pg_catalog.pg_attribute a
    where c.conrelid = r.oid and c.contype = 'p' and a.attrelid = r.oid and a.attnum = k.attnum),
  'unique_columns', (select coalesce(json_agg(distinct a.attname), '[]')
    from pg_catalog.pg_index i, pg_catalog.pg_attribute a
    where i.indrelid = r.oid and i.indisunique and a.attrelid = r.oid and a.attnum = any (i.indkey)),
  'unique', (select coalesce(json_object_agg(x.relname, (select coalesce(json_agg(a.attname), '[]')
      from pg_catalog.pg_attribute a
      where a.attrelid = r.oid and a.attnum > 0 and (a.attnum = any (i.indkey) or exists (
        select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = x.oid
        and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = r.oid and d.refobjsubid = a.attnum)))), '{}')
    from pg_catalog.pg_index i join pg_catalog.pg_class x on x.oid = i.indexrelid
    where i.indrelid = r.oid and i.indisunique),
  'foreign_keys', (select coalesce(json_agg(json_build_object(
      'columns', (select json_agg(a.attname order by k.place) from unnest(c.conkey) with ordinality k(attnum, place)
        join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum),
      'schema', n.nspname, 'table', f.relname, 'cascades', c.confdeltype = 'c',
      'refuses', c.confdeltype in ('a', 'r'),
      'to', (select json_agg(a.attname order by k.place) from unnest(c.confkey) with ordinality k(attnum, place)
        join pg_catalog.pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.attnum)
    ) order by array_length(c.conkey, 1), c.conname), '[]')
    from pg_catalog.pg_constraint c join pg_catalog.pg_class f on f.oid = c.confrelid
    join pg_catalog.pg_namespace n on n.oid = f.relnamespace
    where c.conrelid = r.oid and c.contype = 'f' and c.conparentid = 0),
  'is_partition', r.relispartition,
  'bounds', (select coalesce(json_agg(pg_get_expr(p.relpartbound, p.oid)), '[]')
    from pg_catalog.pg_inherits i join pg_catalog.pg_class p on p.oid = i.inhrelid where i.inhparent = r.oid)
)::text
from pg_catalog.pg_class r
where r.oid = to_regclass($1) and r.relkind in ('r', 'p')
