  select 'rule', n.nspname || '.' || c.relname || '.' || r.rulename, replace(pg_get_ruledef(r.oid), 'CREATE RULE', 'CREATE OR REPLACE RULE')
      || case when r.ev_enabled <> 'O' then format('; alter table %I.%I %s rule %I', n.nspname, c.relname,
        case r.ev_enabled when 'D' then 'disable' when 'R' then 'enable replica' else 'enable always' end, r.rulename) else '' end,
    null, 'after', r.oid, 'pg_rewrite'::regclass, null, null::aclitem[], null::oid
  from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
  where r.rulename <> '_RETURN' and n.oid = any ($1::oid[])
  union all
  select 'statistics', n.nspname || '.' || s.stxname,
    regexp_replace(pg_get_statisticsobjdef(s.oid), '^CREATE STATISTICS ', 'CREATE STATISTICS IF NOT EXISTS ')
      || case when to_jsonb(s) ->> 'stxstattarget' <> '-1' then format('; alter statistics %I.%I set statistics %s', n.nspname, s.stxname,
        to_jsonb(s) ->> 'stxstattarget') else '' end, null, 'after', s.oid, 'pg_statistic_ext'::regclass, null, null::aclitem[], null::oid
  from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace
  where n.oid = any ($1::oid[])
  union all
  -- pg_attver is a number that the server keeps for itself (since 15.20); pg_dump leaves it out as well
  select 'column options', n.nspname || '.' || c.relname || '.' || f.attname, format('alter table %I.%I alter column %I set (%s)',
      n.nspname, c.relname, f.attname, said.options), null, 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_attribute f join pg_class c on c.oid = f.attrelid join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (select string_agg(option, ', ') as options from unnest(f.attoptions) as option where option not like 'pg\_attver=%') as said
  where said.options is not null and c.relkind in ('r', 'p', 'f', 'm') and n.oid = any ($1::oid[])
  union all
  select 'clustered', n.nspname || '.' || c.relname, format('alter table %I.%I cluster on %I', n.nspname, c.relname, i.relname),
    null, 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
  where x.indisclustered and n.oid = any ($1::oid[])
  union all
  select 'view default', n.nspname || '.' || c.relname || '.' || f.attname, format('alter view %I.%I alter column %I set default %s',
      n.nspname, c.relname, f.attname, pg_get_expr(d.adbin, d.adrelid)), null, 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_attrdef d join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = c.oid and f.attnum = d.adnum
  where c.relkind = 'v' and n.oid = any ($1::oid[])
  union all
  select 'inherited default', n.nspname || '.' || c.relname || '.' || f.attname, format('alter table %I.%I alter column %I set default %s',
      n.nspname, c.relname, f.attname, pg_get_expr(d.adbin, d.adrelid)), null, 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_attrdef d join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = c.oid and f.attnum = d.adnum
  join pg_inherits i on i.inhrelid = c.oid
  join pg_attribute pf on pf.attrelid = i.inhparent and pf.attname = f.attname
  left join pg_attrdef pd on pd.adrelid = i.inhparent and pd.adnum = pf.attnum
  where not c.relispartition and not f.attislocal and f.attgenerated = '' and n.oid = any ($1::oid[])
    and pg_get_expr(d.adbin, d.adrelid) is distinct from pg_get_expr(pd.adbin, pd.adrelid)
  union all
  select 'inherited default', n.nspname || '.' || c.relname || '.' || f.attname, format('alter table %I.%I alter column %I drop default',
      n.nspname, c.relname, f.attname), null, 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = c.oid and f.attnum > 0 and not f.attisdropped and not f.attislocal and not f.atthasdef
  where c.relkind in ('r', 'f') and not c.relispartition and n.oid = any ($1::oid[]) and exists (
    select from pg_inherits i join pg_attribute pf on pf.attrelid = i.inhparent and pf.attname = f.attname
    where i.inhrelid = c.oid and pf.atthasdef and pf.attgenerated = '')
  union all
  select 'column statistics', n.nspname || '.' || c.relname || '.' || f.attname, format('alter materialized view %I.%I alter column %I set statistics %s',
      n.nspname, c.relname, f.attname, f.attstattarget), null, 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_attribute f join pg_class c on c.oid = f.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'm' and f.attnum > 0 and f.attstattarget >= 0 and n.oid = any ($1::oid[])
  union all
  select 'index statistics', n.nspname || '.' || c.relname || '.' || i.relname, string_agg(format('alter index %I.%I alter column %s set statistics %s',
      n.nspname, i.relname, f.attnum, f.attstattarget), '; ' order by f.attnum), null, 'after', i.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = i.oid
  where f.attstattarget >= 0 and n.oid = any ($1::oid[])
  group by n.nspname, c.relname, i.relname, i.oid
  union all
  select 'unlogged', n.nspname || '.' || s.relname, format('alter sequence %I.%I set unlogged', n.nspname, s.relname),
    null, 'after', s.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_class s join pg_namespace n on n.oid = s.relnamespace
  where s.relkind = 'S' and s.relpersistence = 'u' and n.oid = any ($1::oid[])
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = s.oid and d.deptype in ('a', 'i'))
  union all
  select 'identity privileges', n.nspname || '.' || c.relname || '.' || f.attname, (
      -- one statement for all that have the same
      select string_agg(format('grant %s on sequence %I.%I to %s%s', g.privileges, sn.nspname, s.relname, g.roles,
        case when g.is_grantable then ' with grant option' else '' end), '; ' order by g.roles, g.is_grantable)
      from (
        select held.privileges, held.is_grantable, string_agg(held.role, ', ' order by held.role) as roles
        from (
          select coalesce(quote_ident(r.rolname), 'public') as role, a.is_grantable,
            string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as privileges
          from aclexplode(s.relacl) a left join pg_roles r on r.oid = a.grantee where a.grantee <> s.relowner
          group by 1, 2
        ) held
        group by held.privileges, held.is_grantable
      ) g),
    null, 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_depend d
  join pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_namespace sn on sn.oid = s.relnamespace
  join pg_class c on c.oid = d.refobjid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = c.oid and f.attnum = d.refobjsubid
  where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i' and f.attidentity <> ''
    and n.oid = any ($1::oid[])
  union all
  select 'comment', n.nspname || '.' || c.relname || '.' || f.attname, format('comment on column %I.%I.%I is %L', n.nspname, c.relname, f.attname, d.description),
    null, 'after', c.reltype, 'pg_type'::regclass, null, null::aclitem[], null::oid
  from pg_description d join pg_class c on c.oid = d.objoid and c.relkind = 'c' join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = c.oid and f.attnum = d.objsubid
  where d.classoid = 'pg_class'::regclass and n.oid = any ($1::oid[])
  union all
  select 'comment', n.nspname || '.' || t.typname || '.' || o.conname,
    format('comment on constraint %I on domain %I.%I is %L', o.conname, n.nspname, t.typname, d.description), null, 'after', t.oid, 'pg_type'::regclass, null, null::aclitem[], null::oid
  from pg_description d join pg_constraint o on o.oid = d.objoid join pg_type t on t.oid = o.contypid join pg_namespace n on n.oid = t.typnamespace
  where d.classoid = 'pg_constraint'::regclass and n.oid = any ($1::oid[])
  union all
  -- a column that a table has from its parent alone is no column of its own here
  select 'comment', n.nspname || '.' || c.relname || '.' || f.attname, format('comment on column %I.%I.%I is %L', n.nspname, c.relname, f.attname, d.description),
    null, 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_description d join pg_class c on c.oid = d.objoid and c.relkind in ('r', 'f') and not c.relispartition join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = c.oid and f.attnum = d.objsubid and not f.attislocal
  where d.classoid = 'pg_class'::regclass and n.oid = any ($1::oid[])
  union all
  select 'index comment', n.nspname || '.' || c.relname || '.' || i.relname, format('comment on index %I.%I is %L', n.nspname, i.relname, d.description),
    null, 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_constraint o join pg_class i on i.oid = o.conindid join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = i.relnamespace
  join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = i.oid and d.objsubid = 0
  where o.contype in ('p', 'u', 'x') and n.oid = any ($1::oid[])
  union all
  select 'sequence comment', n.nspname || '.' || c.relname || '.' || s.relname, format('comment on sequence %I.%I is %L', sn.nspname, s.relname, e.description),
    null, 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_depend d
  join pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_namespace sn on sn.oid = s.relnamespace
  join pg_class c on c.oid = d.refobjid join pg_namespace n on n.oid = c.relnamespace
  join pg_description e on e.classoid = 'pg_class'::regclass and e.objoid = s.oid and e.objsubid = 0
  where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i' and sn.oid = any ($1::oid[])
  union all
  select 'type of', n.nspname || '.' || c.relname, format('alter table %I.%I of %s', n.nspname, c.relname, format_type(c.reloftype, null)),
    null, 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.reloftype <> 0 and c.relkind in ('r', 'p') and n.oid = any ($1::oid[])
  union all
  select 'column options', n.nspname || '.' || c.relname || '.' || f.attname, format('alter foreign table %I.%I alter column %I options (%s)',
      n.nspname, c.relname, f.attname, (select string_agg(format('%I %L', o.option_name, o.option_value), ', ' order by o.option_name)
        from pg_options_to_table(f.attfdwoptions) o)), 'duplicate_object', 'after', c.oid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from pg_attribute f join pg_class c on c.oid = f.attrelid join pg_namespace n on n.oid = c.relnamespace
  where f.attfdwoptions is not null and n.oid = any ($1::oid[])
