-- Everything that up is answerable for, one line an object, in PostgreSQL's own words.
with spaces as (
  select oid, nspname from pg_namespace
  where nspname !~ '^(pg_|information_schema|schemagen|extensions|auth|storage|realtime|vault|graphql)'
), relations as (
  select c.*, s.nspname from pg_class as c join spaces as s on s.oid = c.relnamespace
)
select line from (
  select format('schema %I %s', nspname, (select array_agg(a::text order by a::text) from pg_namespace as n, unnest(n.nspacl) as a where n.oid = spaces.oid
    and a::text !~ format('^%I=', pg_get_userbyid(n.nspowner)))) from spaces
  union all
  select format('comment %s %s: %s', identity.type, identity.identity, d.description) from pg_description as d,
    pg_identify_object(d.classoid, d.objoid, d.objsubid) as identity
  where split_part(identity.identity, '.', 1) in (select quote_ident(nspname) from spaces)
    or identity.type in ('table constraint', 'trigger', 'policy', 'domain constraint')
      and exists (select from spaces where identity.identity like '% on ' || quote_ident(nspname) || '.%')
  union all
  select format('shape %I.%I persistence %s replica identity %s %s parents %s bound %s partitioned %s', nspname, relname, relpersistence, relreplident,
    (select indexrelid::regclass from pg_index where indrelid = r.oid and indisreplident), array(select inhparent::regclass from pg_inherits where inhrelid = r.oid order by 1),
    pg_get_expr(relpartbound, r.oid), pg_get_partkeydef(r.oid))
  from relations as r where relkind in ('r', 'p')
  union all
  select format('relation %I.%I %s row security %s forced %s options %s acl %s comment %s', nspname, relname, relkind, relrowsecurity,
    relforcerowsecurity, reloptions, (select array_agg(a::text order by a::text) from unnest(relacl) as a where a::text !~ format('^%I=', pg_get_userbyid(relowner))), obj_description(oid, 'pg_class'))
  from relations where relkind <> 'i'
  union all
  select format('column %I.%I.%I %s %s default %s identity %s generated %s storage %s collation %s acl %s comment %s', nspname, relname, attname,
    format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid), attidentity, attgenerated, attstorage, attcollation, attacl,
    col_description(attrelid, attnum))
  from relations as r join pg_attribute as a on a.attrelid = r.oid left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attnum > 0 and not attisdropped and relkind in ('r', 'p', 'v', 'm', 'c')
  union all
  select format('constraint %I.%I %I %s valid %s', nspname, relname, conname, pg_get_constraintdef(c.oid), convalidated)
  from pg_constraint as c join relations as r on r.oid = conrelid where contype <> 'n'
  union all
  select format('index %s valid %s', pg_get_indexdef(indexrelid), indisvalid) from pg_index join relations as r on r.oid = indrelid
  union all
  select format('policy %I.%I %I %s %s %s using %s check %s', nspname, relname, polname, polpermissive, polcmd,
    polroles::regrole[], pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
  from pg_policy join relations as r on r.oid = polrelid
  union all
  select format('trigger %s enabled %s', pg_get_triggerdef(t.oid), tgenabled) from pg_trigger as t
  join pg_class as c on c.oid = tgrelid where not tgisinternal and tgfoid in (select p.oid from pg_proc as p join spaces as s on s.oid = pronamespace)
  union all
  select format('function %s acl %s comment %s', pg_get_functiondef(p.oid),
    (select array_agg(a::text order by a::text) from unnest(proacl) as a), obj_description(p.oid, 'pg_proc'))
  from pg_proc as p join spaces as s on s.oid = pronamespace where prokind in ('f', 'p')
    and not exists (select from pg_depend as d where d.objid = p.oid and d.deptype = 'e')
  union all
  select format('view %I.%I %s', nspname, relname, pg_get_viewdef(oid)) from relations where relkind in ('v', 'm')
  union all
  select format('enum %I.%I %s', nspname, typname, (select array_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = t.oid))
  from pg_type as t join spaces as s on s.oid = typnamespace where typtype = 'e'
  union all
  select format('domain %I.%I %s %s %s %s', nspname, typname, format_type(typbasetype, typtypmod), typnotnull, typdefault,
    (select array_agg(pg_get_constraintdef(c.oid) order by conname) from pg_constraint as c where contypid = t.oid and contype = 'c'))
  from pg_type as t join spaces as s on s.oid = typnamespace where typtype = 'd'
  union all
  select format('sequence %I.%I %s', schemaname, sequencename, row(data_type, start_value, min_value, max_value, increment_by, cycle, cache_size))
  from pg_sequences join spaces on nspname = schemaname
) as lines (line) order by line collate "C"
