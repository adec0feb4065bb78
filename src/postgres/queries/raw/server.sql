  -- options may hold a password: those are left out
  select 'foreign data wrapper', w.fdwname, format('create foreign data wrapper %I%s%s%s', w.fdwname,
      coalesce(' handler ' || nullif(w.fdwhandler, 0)::regproc, ''), coalesce(' validator ' || nullif(w.fdwvalidator, 0)::regproc, ''),
      coalesce(' options (' || (
        select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
        from pg_options_to_table(w.fdwoptions) o where o.option_name !~* 'pass|secret|key|token') || ')', '')),
    'duplicate_object', 'before', w.oid, 'pg_foreign_data_wrapper'::regclass, format('foreign data wrapper %I', w.fdwname), w.fdwacl, w.fdwowner
  from pg_foreign_data_wrapper w
  union all
  select 'server', s.srvname, format('create server if not exists %I%s%s foreign data wrapper %I%s', s.srvname,
      coalesce(' type ' || quote_literal(s.srvtype), ''), coalesce(' version ' || quote_literal(s.srvversion), ''), w.fdwname, coalesce(
      ' options (' || (
        select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
        from pg_options_to_table(s.srvoptions) o where o.option_name !~* 'pass|secret|key|token') || ')', '')),
    null, 'before', s.oid, 'pg_foreign_server'::regclass, format('foreign server %I', s.srvname), s.srvacl, s.srvowner
  from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
  union all
  -- the view shows the options to those who may see them, and every reader the mapping
  select 'user mapping', m.usename || ' on ' || m.srvname, format('create user mapping if not exists for %s server %I%s',
      case m.umuser when 0 then 'public' else quote_ident(m.usename) end, m.srvname, coalesce(
      ' options (' || (
        select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
        from pg_options_to_table(m.umoptions) o where o.option_name !~* 'pass|secret|key|token') || ')', '')),
    null, 'before', m.umid, 'pg_user_mapping'::regclass, null, null::aclitem[], null::oid
  from pg_user_mappings m
  union all
  select 'event trigger', t.evtname, format('drop event trigger if exists %I; create event trigger %I on %s%s execute function %s()%s',
      t.evtname, t.evtname, t.evtevent,
      coalesce(' when tag in (' || (select string_agg(quote_literal(tag), ', ') from unnest(t.evttags) tag) || ')', ''), t.evtfoid::regproc,
      case t.evtenabled when 'D' then format('; alter event trigger %I disable', t.evtname)
        when 'R' then format('; alter event trigger %I enable replica', t.evtname)
        when 'A' then format('; alter event trigger %I enable always', t.evtname) else '' end),
    null, 'after', t.oid, 'pg_event_trigger'::regclass, null, null::aclitem[], t.evtowner
  from pg_event_trigger t
  -- those that every Supabase project comes with
  where pg_get_userbyid(t.evtowner) <> 'supabase_admin'
  union all
  select 'publication options', p.pubname, concat_ws('; ',
      case when p.pubviaroot then format('alter publication %I set (publish_via_partition_root = true)', p.pubname) end,
      case when to_jsonb(p) ->> 'pubgencols' = 's' then format('alter publication %I set (publish_generated_columns = stored)', p.pubname) end,
      (select string_agg(format('do $do$ begin alter publication %I add tables in schema %I; exception when duplicate_object then null; end $do$',
          p.pubname, n.nspname), '; ' order by n.nspname)
        from pg_publication_namespace m join pg_namespace n on n.oid = m.pnnspid where m.pnpubid = p.oid)),
    null, 'after', p.oid, 'pg_publication'::regclass, null, null::aclitem[], p.pubowner
  from pg_publication p
  where p.pubviaroot or to_jsonb(p) ->> 'pubgencols' = 's' or exists (select from pg_publication_namespace m where m.pnpubid = p.oid)
  union all
  select 'comment', 'publication ' || p.pubname, format('comment on publication %I is %L', p.pubname, d.description),
    null, 'after', p.oid, 'pg_publication'::regclass, null, null::aclitem[], p.pubowner
  from pg_description d join pg_publication p on p.oid = d.objoid
  where d.classoid = 'pg_publication'::regclass
  union all
  -- unless it is the one that the extension brings along, as far as its files are there to tell
  select 'comment', 'extension ' || e.extname, format('comment on extension %I is %L', e.extname, d.description),
    null, 'after', e.oid, 'pg_extension'::regclass, null, null::aclitem[], e.extowner
  from pg_description d join pg_extension e on e.oid = d.objoid
  where d.classoid = 'pg_extension'::regclass and e.extname <> 'plpgsql'
    and exists (select from pg_available_extensions() a where a.name = e.extname and a.comment is distinct from d.description)
