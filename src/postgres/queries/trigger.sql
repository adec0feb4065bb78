-- Those that partitions have from their parent are left out.
select json_build_object(
  'schema', n.nspname,
  'relation', c.relname,
  'name', t.tgname,
  'type', t.tgtype,
  'columns', (
    select json_agg(f.attname order by k.position)
    from unnest(t.tgattr::int2[]) with ordinality k (number, position)
    join pg_attribute f on f.attrelid = c.oid and f.attnum = k.number
  ),
  'definition', pg_get_triggerdef(t.oid),
  'has_condition', t.tgqual is not null,
  'function_schema', pn.nspname,
  'function', p.proname,
  'arguments', encode(t.tgargs, 'hex'),
  'constraint', t.tgconstraint <> 0,
  'deferrable', t.tgdeferrable,
  'deferred', t.tginitdeferred,
  'from', (
    select json_build_array(fn.nspname, fc.relname)
    from pg_class fc join pg_namespace fn on fn.oid = fc.relnamespace where fc.oid = t.tgconstrrelid),
  'old_table', t.tgoldtable,
  'new_table', t.tgnewtable,
  'enabled', t.tgenabled,
  'comment', obj_description(t.oid, 'pg_trigger')
)::text
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_proc p on p.oid = t.tgfoid
join pg_namespace pn on pn.oid = p.pronamespace
where not t.tgisinternal
  and t.tgparentid = 0
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_trigger'::regclass and d.objid = t.oid and d.deptype = 'e')
