  -- (a condition on the result may be asked first, and an aggregate has no such definition)
  -- C functions and those of the server itself, window functions, and what has a planner's support or a transform
  select case p.prokind when 'w' then 'window function' else 'function' end,
    n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', case when p.prokind <> 'a' then rtrim(pg_get_functiondef(p.oid)) end,
    null, case when l.lanname in ('c', 'internal') then 'before' else 'before_views' end, p.oid, 'pg_proc'::regclass,
    format('function %s', p.oid::regprocedure), p.proacl, p.proowner
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
  where (p.prokind = 'w' or p.prokind in ('f', 'p') and (l.lanname in ('c', 'internal') or p.prosupport <> 0 or p.protrftypes is not null))
    and n.oid = any ($1::oid[])
  union all
  select 'aggregate', n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', format(
      'create or replace aggregate %I.%I(%s) (sfunc = %s, stype = %s%s)', n.nspname, p.proname,
      coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*'), a.aggtransfn, format_type(a.aggtranstype, null), concat(
        ', sspace = ' || nullif(a.aggtransspace, 0),
        ', finalfunc = ' || nullif(a.aggfinalfn::oid, 0)::regproc, case when a.aggfinalextra then ', finalfunc_extra' end,
        ', finalfunc_modify = ' || case when a.aggfinalfn::oid <> 0 then case a.aggfinalmodify
          when 's' then 'shareable' when 'w' then 'read_write' else 'read_only' end end,
        ', combinefunc = ' || nullif(a.aggcombinefn::oid, 0)::regproc,
        ', serialfunc = ' || nullif(a.aggserialfn::oid, 0)::regproc, ', deserialfunc = ' || nullif(a.aggdeserialfn::oid, 0)::regproc,
        ', initcond = ' || quote_literal(a.agginitval),
        ', msfunc = ' || nullif(a.aggmtransfn::oid, 0)::regproc, ', minvfunc = ' || nullif(a.aggminvtransfn::oid, 0)::regproc,
        ', mstype = ' || format_type(nullif(a.aggmtranstype, 0), null), ', msspace = ' || nullif(a.aggmtransspace, 0),
        ', mfinalfunc = ' || nullif(a.aggmfinalfn::oid, 0)::regproc, case when a.aggmfinalextra then ', mfinalfunc_extra' end,
        ', mfinalfunc_modify = ' || case when a.aggmfinalfn::oid <> 0 then case a.aggmfinalmodify
          when 's' then 'shareable' when 'w' then 'read_write' else 'read_only' end end,
        ', minitcond = ' || quote_literal(a.aggminitval),
        ', sortop = operator(' || nullif(a.aggsortop, 0)::regoper || ')',
        ', parallel = ' || case p.proparallel when 's' then 'safe' when 'r' then 'restricted' end,
        case a.aggkind when 'h' then ', hypothetical' end)), null, 'before_views', p.oid, 'pg_proc'::regclass,
    format('function %I.%I(%s)', n.nspname, p.proname, replace(pg_get_function_identity_arguments(p.oid), ' ORDER BY', ',')),
    -- written out: where it is made again, default privileges may give it others
    coalesce(p.proacl, acldefault('f', p.proowner)), p.proowner
  from pg_aggregate a join pg_proc p on p.oid = a.aggfnoid join pg_namespace n on n.oid = p.pronamespace
  where n.oid = any ($1::oid[])
  union all
  select 'language', l.lanname, format('create %slanguage %I handler %s%s%s', case when l.lanpltrusted then 'trusted ' else '' end, l.lanname,
      l.lanplcallfoid::regproc, coalesce(' inline ' || nullif(l.laninline, 0)::regproc, ''), coalesce(' validator ' || nullif(l.lanvalidator, 0)::regproc, '')),
    'duplicate_object', 'before', l.oid, 'pg_language'::regclass, format('language %I', l.lanname), l.lanacl, l.lanowner
  from pg_language l
  where l.lanispl
  union all
  select 'transform', format_type(t.trftype, null) || ' for ' || l.lanname, format('create or replace transform for %s language %I (%s)',
      format_type(t.trftype, null), l.lanname, concat_ws(', ', 'from sql with function ' || nullif(t.trffromsql, 0)::regprocedure,
        'to sql with function ' || nullif(t.trftosql, 0)::regprocedure)), null, 'before', t.oid, 'pg_transform'::regclass,
    null, null::aclitem[], null::oid
  from pg_transform t join pg_language l on l.oid = t.trflang
