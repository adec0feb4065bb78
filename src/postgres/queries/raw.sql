-- What the catalog has no word for, as SQL that may be repeated: [kind, name, sql, comes before tables].
select json_build_array(kind, name, rtrim(sql, E'; \n') || coalesce((
    select format('; comment on %s %s is %L',
      case i.type when 'statistics object' then 'statistics' when 'foreign-data wrapper' then 'foreign data wrapper' else i.type end,
      i.identity, d.description)
    from pg_description d, pg_identify_object(found.class, found.oid, 0) i
    where d.classoid = found.class and d.objoid = found.oid and d.objsubid = 0
      and found.class not in ('pg_class'::regclass, 'pg_type'::regclass, 'pg_publication'::regclass)
      and i.identity is not null), ''), early)::text
from (
  select 'collation' as kind, n.nspname || '.' || c.collname as name, format(
      'create collation if not exists %I.%I (provider = %s%s%s, deterministic = %s)', n.nspname, c.collname,
      case c.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end,
      coalesce(', locale = ' || quote_literal(coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale')), ''),
      coalesce(', lc_collate = ' || quote_literal(c.collcollate) || ', lc_ctype = ' || quote_literal(c.collctype), ''),
      case when c.collisdeterministic then 'true' else 'false' end) as sql, true as early, c.oid, 'pg_collation'::regclass as class
  from pg_collation c join pg_namespace n on n.oid = c.collnamespace
  where n.oid = any ($1::oid[])
  union all
  select 'text search dictionary', n.nspname || '.' || d.dictname, format(
      'do $do$ begin create text search dictionary %I.%I (template = %I.%I%s); '
      'exception when unique_violation then null; end $do$', n.nspname, d.dictname, tn.nspname, t.tmplname,
      coalesce(', ' || d.dictinitoption, '')), true, d.oid, 'pg_ts_dict'::regclass
  from pg_ts_dict d
  join pg_namespace n on n.oid = d.dictnamespace
  join pg_ts_template t on t.oid = d.dicttemplate
  join pg_namespace tn on tn.oid = t.tmplnamespace
  where n.oid = any ($1::oid[])
  union all
  select 'text search configuration', n.nspname || '.' || c.cfgname, format(
      'do $do$ begin create text search configuration %I.%I (parser = %I.%I);%s '
      'exception when unique_violation then null; end $do$', n.nspname, c.cfgname, pn.nspname, p.prsname,
      (select string_agg(format(' alter text search configuration %I.%I add mapping for %s with %s;',
          n.nspname, c.cfgname, m.alias, m.dictionaries), '' order by m.alias)
        from (
          select k.alias, string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno) as dictionaries
          from pg_ts_config_map m join ts_token_type(c.cfgparser) k on k.tokid = m.maptokentype
          where m.mapcfg = c.oid group by k.alias) m)), true, c.oid, 'pg_ts_config'::regclass
  from pg_ts_config c
  join pg_namespace n on n.oid = c.cfgnamespace
  join pg_ts_parser p on p.oid = c.cfgparser
  join pg_namespace pn on pn.oid = p.prsnamespace
  where n.oid = any ($1::oid[])
  union all
  select 'foreign data wrapper', w.fdwname, format(
      'do $do$ begin create foreign data wrapper %I%s%s; exception when duplicate_object then null; end $do$', w.fdwname,
      coalesce(' handler ' || nullif(w.fdwhandler, 0)::regproc, ''), coalesce(' validator ' || nullif(w.fdwvalidator, 0)::regproc, '')),
    true, w.oid, 'pg_foreign_data_wrapper'::regclass
  from pg_foreign_data_wrapper w
  union all
  -- options may hold a password: those are left out
  select 'server', s.srvname, format('create server if not exists %I foreign data wrapper %I%s', s.srvname, w.fdwname, coalesce(
      ' options (' || (
        select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
        from pg_options_to_table(s.srvoptions) o where o.option_name !~* 'pass|secret|key|token') || ')', '')),
    true, s.oid, 'pg_foreign_server'::regclass
  from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
  union all
  select 'function', n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
    rtrim(pg_get_functiondef(p.oid)), true, p.oid, 'pg_proc'::regclass
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
  where p.prokind in ('f', 'p') and l.lanname in ('c', 'internal') and n.oid = any ($1::oid[])
  union all
  select 'window function', n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
    rtrim(pg_get_functiondef(p.oid)), true, p.oid, 'pg_proc'::regclass
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prokind = 'w' and n.oid = any ($1::oid[])
  union all
  select 'aggregate', n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', format(
      'create or replace aggregate %I.%I(%s) (sfunc = %s, stype = %s%s)', n.nspname, p.proname,
      coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*'), a.aggtransfn, format_type(a.aggtranstype, null), concat(
        ', sspace = ' || nullif(a.aggtransspace, 0),
        ', finalfunc = ' || nullif(a.aggfinalfn::oid, 0)::regproc, case when a.aggfinalextra then ', finalfunc_extra' end,
        ', combinefunc = ' || nullif(a.aggcombinefn::oid, 0)::regproc,
        ', serialfunc = ' || nullif(a.aggserialfn::oid, 0)::regproc, ', deserialfunc = ' || nullif(a.aggdeserialfn::oid, 0)::regproc,
        ', initcond = ' || quote_literal(a.agginitval),
        ', msfunc = ' || nullif(a.aggmtransfn::oid, 0)::regproc, ', minvfunc = ' || nullif(a.aggminvtransfn::oid, 0)::regproc,
        ', mstype = ' || format_type(nullif(a.aggmtranstype, 0), null), ', mfinalfunc = ' || nullif(a.aggmfinalfn::oid, 0)::regproc,
        ', minitcond = ' || quote_literal(a.aggminitval),
        ', sortop = operator(' || nullif(a.aggsortop, 0)::regoper || ')',
        ', parallel = ' || case p.proparallel when 's' then 'safe' when 'r' then 'restricted' end,
        case a.aggkind when 'h' then ', hypothetical' end)), false, p.oid, 'pg_proc'::regclass
  from pg_aggregate a join pg_proc p on p.oid = a.aggfnoid join pg_namespace n on n.oid = p.pronamespace
  where n.oid = any ($1::oid[])
  union all
  select 'operator', n.nspname || '.' || o.oprname || '(' || format_type(nullif(o.oprleft, 0), null) || ', ' || format_type(o.oprright, null) || ')',
    format('do $do$ begin create operator %I.%s (function = %s%s, rightarg = %s%s%s%s%s%s%s); exception when duplicate_function then null; end $do$',
      n.nspname, o.oprname, o.oprcode, coalesce(', leftarg = ' || format_type(nullif(o.oprleft, 0), null), ''), format_type(o.oprright, null),
      coalesce(', commutator = operator(' || nullif(o.oprcom, 0)::regoper || ')', ''), coalesce(', negator = operator(' || nullif(o.oprnegate, 0)::regoper || ')', ''),
      coalesce(', restrict = ' || nullif(o.oprrest::oid, 0)::regproc, ''), coalesce(', join = ' || nullif(o.oprjoin::oid, 0)::regproc, ''),
      case when o.oprcanhash then ', hashes' else '' end, case when o.oprcanmerge then ', merges' else '' end), false, o.oid, 'pg_operator'::regclass
  from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
  where n.oid = any ($1::oid[])
  union all
  select 'operator class', n.nspname || '.' || c.opcname || ' using ' || m.amname, null, false, c.oid, 'pg_opclass'::regclass
  from pg_opclass c join pg_namespace n on n.oid = c.opcnamespace join pg_am m on m.oid = c.opcmethod
  where n.oid = any ($1::oid[])
  union all
  select 'cast', format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null), format(
      'do $do$ begin create cast (%s as %s) %s%s; exception when duplicate_object then null; end $do$',
      format_type(c.castsource, null), format_type(c.casttarget, null),
      case c.castmethod when 'f' then 'with function ' || c.castfunc::regprocedure when 'i' then 'with inout' else 'without function' end,
      case c.castcontext when 'a' then ' as assignment' when 'i' then ' as implicit' else '' end), false, c.oid, 'pg_cast'::regclass
  from pg_cast c
  where c.oid >= 16384
  union all
  select 'rule', n.nspname || '.' || c.relname || '.' || r.rulename, replace(pg_get_ruledef(r.oid), 'CREATE RULE', 'CREATE OR REPLACE RULE')
      || case r.ev_enabled when 'D' then format('; alter table %I.%I disable rule %I', n.nspname, c.relname, r.rulename) else '' end,
    false, r.oid, 'pg_rewrite'::regclass
  from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
  where r.rulename <> '_RETURN' and n.oid = any ($1::oid[])
  union all
  select 'event trigger', t.evtname, format('drop event trigger if exists %I; create event trigger %I on %s%s execute function %s()%s',
      t.evtname, t.evtname, t.evtevent,
      coalesce(' when tag in (' || (select string_agg(quote_literal(tag), ', ') from unnest(t.evttags) tag) || ')', ''), t.evtfoid::regproc,
      case t.evtenabled when 'D' then format('; alter event trigger %I disable', t.evtname) else '' end), false, t.oid, 'pg_event_trigger'::regclass
  from pg_event_trigger t
  union all
  select 'statistics', n.nspname || '.' || s.stxname,
    regexp_replace(pg_get_statisticsobjdef(s.oid), '^CREATE STATISTICS ', 'CREATE STATISTICS IF NOT EXISTS '), false, s.oid, 'pg_statistic_ext'::regclass
  from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace
  where n.oid = any ($1::oid[])
  union all
  select 'base type', n.nspname || '.' || t.typname, null, true, t.oid, 'pg_type'::regclass
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where t.typtype = 'b' and t.typcategory <> 'A' and n.oid = any ($1::oid[])
  union all
  select 'column options', n.nspname || '.' || c.relname || '.' || f.attname, format('alter table %I.%I alter column %I set (%s)',
      n.nspname, c.relname, f.attname, array_to_string(f.attoptions, ', ')), false, c.oid, 'pg_class'::regclass
  from pg_attribute f join pg_class c on c.oid = f.attrelid join pg_namespace n on n.oid = c.relnamespace
  where f.attoptions is not null and c.relkind in ('r', 'p', 'f', 'm') and n.oid = any ($1::oid[])
  union all
  select 'clustered', n.nspname || '.' || c.relname, format('alter table %I.%I cluster on %I', n.nspname, c.relname, i.relname),
    false, c.oid, 'pg_class'::regclass
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
  where x.indisclustered and n.oid = any ($1::oid[])
  union all
  select 'view default', n.nspname || '.' || c.relname || '.' || f.attname, format('alter view %I.%I alter column %I set default %s',
      n.nspname, c.relname, f.attname, pg_get_expr(d.adbin, d.adrelid)), false, c.oid, 'pg_class'::regclass
  from pg_attrdef d join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = c.oid and f.attnum = d.adnum
  where c.relkind = 'v' and n.oid = any ($1::oid[])
  union all
  select 'inherited default', n.nspname || '.' || c.relname || '.' || f.attname, format('alter table %I.%I alter column %I set default %s',
      n.nspname, c.relname, f.attname, pg_get_expr(d.adbin, d.adrelid)), false, c.oid, 'pg_class'::regclass
  from pg_attrdef d join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = c.oid and f.attnum = d.adnum
  join pg_inherits i on i.inhrelid = c.oid
  join pg_attribute pf on pf.attrelid = i.inhparent and pf.attname = f.attname
  left join pg_attrdef pd on pd.adrelid = i.inhparent and pd.adnum = pf.attnum
  where not c.relispartition and not f.attislocal and f.attgenerated = '' and n.oid = any ($1::oid[])
    and pg_get_expr(d.adbin, d.adrelid) is distinct from pg_get_expr(pd.adbin, pd.adrelid)
  union all
  select 'identity privileges', n.nspname || '.' || c.relname || '.' || f.attname, (
      select string_agg(format('grant %s on sequence %I.%I to %s%s', lower(a.privilege_type), sn.nspname, s.relname,
        coalesce(quote_ident(r.rolname), 'public'), case when a.is_grantable then ' with grant option' else '' end), '; '
        order by r.rolname, a.privilege_type)
      from aclexplode(s.relacl) a left join pg_roles r on r.oid = a.grantee where a.grantee <> s.relowner),
    false, c.oid, 'pg_class'::regclass
  from pg_depend d
  join pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_namespace sn on sn.oid = s.relnamespace
  join pg_class c on c.oid = d.refobjid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = c.oid and f.attnum = d.refobjsubid
  where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i' and f.attidentity <> ''
    and n.oid = any ($1::oid[])
  union all
  select 'publication options', p.pubname, concat_ws('; ',
      case when p.pubviaroot then format('alter publication %I set (publish_via_partition_root = true)', p.pubname) end,
      (select string_agg(format('do $do$ begin alter publication %I add tables in schema %I; exception when duplicate_object then null; end $do$',
          p.pubname, n.nspname), '; ' order by n.nspname)
        from pg_publication_namespace m join pg_namespace n on n.oid = m.pnnspid where m.pnpubid = p.oid)), false, p.oid, 'pg_publication'::regclass
  from pg_publication p
  where p.pubviaroot or exists (select from pg_publication_namespace m where m.pnpubid = p.oid)
  union all
  select 'comment', n.nspname || '.' || c.relname || '.' || f.attname, format('comment on column %I.%I.%I is %L', n.nspname, c.relname, f.attname, d.description),
    false, c.reltype, 'pg_type'::regclass
  from pg_description d join pg_class c on c.oid = d.objoid and c.relkind = 'c' join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = c.oid and f.attnum = d.objsubid
  where d.classoid = 'pg_class'::regclass and n.oid = any ($1::oid[])
  union all
  select 'comment', n.nspname || '.' || t.typname || '.' || o.conname,
    format('comment on constraint %I on domain %I.%I is %L', o.conname, n.nspname, t.typname, d.description), false, t.oid, 'pg_type'::regclass
  from pg_description d join pg_constraint o on o.oid = d.objoid join pg_type t on t.oid = o.contypid join pg_namespace n on n.oid = t.typnamespace
  where d.classoid = 'pg_constraint'::regclass and n.oid = any ($1::oid[])
  union all
  -- a column that a table has from its parent alone is no column of its own here
  select 'comment', n.nspname || '.' || c.relname || '.' || f.attname, format('comment on column %I.%I.%I is %L', n.nspname, c.relname, f.attname, d.description),
    false, c.oid, 'pg_class'::regclass
  from pg_description d join pg_class c on c.oid = d.objoid and c.relkind in ('r', 'f') and not c.relispartition join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute f on f.attrelid = c.oid and f.attnum = d.objsubid and not f.attislocal
  where d.classoid = 'pg_class'::regclass and n.oid = any ($1::oid[])
  union all
  select 'comment', 'publication ' || p.pubname, format('comment on publication %I is %L', p.pubname, d.description), false, p.oid, 'pg_publication'::regclass
  from pg_description d join pg_publication p on p.oid = d.objoid
  where d.classoid = 'pg_publication'::regclass
  union all
  -- unless it is the one that the extension brings along
  select 'comment', 'extension ' || e.extname, format('comment on extension %I is %L', e.extname, d.description), false, e.oid, 'pg_extension'::regclass
  from pg_description d join pg_extension e on e.oid = d.objoid
  where d.classoid = 'pg_extension'::regclass and e.extname <> 'plpgsql'
    and d.description is distinct from (select a.comment from pg_available_extensions() a where a.name = e.extname)
) found
where (sql is distinct from '' and (sql is not null or kind <> 'identity privileges'))
  and not exists (select from pg_depend d where d.classid = found.class and d.objid = found.oid and d.deptype in ('e', 'i'))
order by early desc, kind, name
