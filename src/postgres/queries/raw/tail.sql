) found
where (sql is distinct from '' and (sql is not null or kind <> 'identity privileges'))
  and not exists (select from pg_depend d where d.classid = found.class and d.objid = found.oid and d.deptype in ('e', 'i'))
order by phase desc, kind, name
