select json_build_object(
  'name', p.pubname,
  'all_tables', p.puballtables,
  'operations', json_build_array(
    case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
    case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end),
  'tables', (
    select json_agg(json_build_array(n.nspname, c.relname, concat(
      ' (' || (
        select string_agg(quote_ident(f.attname), ', ' order by f.attnum)
        from pg_attribute f where f.attrelid = c.oid and f.attnum = any (r.prattrs::int2[])) || ')',
      ' WHERE ' || case when pg_get_expr(r.prqual, r.prrelid) like '(%' then pg_get_expr(r.prqual, r.prrelid)
        else '(' || pg_get_expr(r.prqual, r.prrelid) || ')' end))
      order by n.nspname, c.relname)
    from pg_publication_rel r
    join pg_class c on c.oid = r.prrelid
    join pg_namespace n on n.oid = c.relnamespace
    where r.prpubid = p.oid and n.oid = any ($1::oid[])
  )
)::text
from pg_publication p
