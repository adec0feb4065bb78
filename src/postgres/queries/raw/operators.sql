  -- those with functions of the model come when those are there
  select 'operator', n.nspname || '.' || o.oprname || '(' || concat_ws(', ', format_type(nullif(o.oprleft, 0), null), format_type(o.oprright, null)) || ')',
    format('create operator %I.%s (function = %s%s%s)', n.nspname, o.oprname, o.oprcode,
      coalesce(', leftarg = ' || format_type(nullif(o.oprleft, 0), null), ''), concat(', rightarg = ' || format_type(o.oprright, null),
        ', commutator = operator(' || (select format('%I.%s', cn.nspname, c.oprname) from pg_operator c
          join pg_namespace cn on cn.oid = c.oprnamespace where c.oid = o.oprcom) || ')',
        ', negator = operator(' || (select format('%I.%s', cn.nspname, c.oprname) from pg_operator c
          join pg_namespace cn on cn.oid = c.oprnamespace where c.oid = o.oprnegate) || ')',
        ', restrict = ' || nullif(o.oprrest::oid, 0)::regproc, ', join = ' || nullif(o.oprjoin::oid, 0)::regproc,
        case when o.oprcanhash then ', hashes' end, case when o.oprcanmerge then ', merges' end)), 'duplicate_function',
    case when l.lanname in ('c', 'internal') then 'before' else 'before_views' end, o.oid, 'pg_operator'::regclass,
    null, null::aclitem[], o.oprowner
  from pg_operator o join pg_namespace n on n.oid = o.oprnamespace join pg_proc p on p.oid = o.oprcode join pg_language l on l.oid = p.prolang
  where n.oid = any ($1::oid[])
  union all
  -- a family that a class brings along is made by it
  select 'operator family', n.nspname || '.' || f.opfname || ' using ' || m.amname, format('create operator family %I.%I using %I',
      n.nspname, f.opfname, m.amname), 'duplicate_object', 'before', f.oid, 'pg_opfamily'::regclass, null, null::aclitem[], f.opfowner
  from pg_opfamily f join pg_namespace n on n.oid = f.opfnamespace join pg_am m on m.oid = f.opfmethod
  where n.oid = any ($1::oid[])
  union all
  select 'operator class', n.nspname || '.' || c.opcname || ' using ' || m.amname, format('create operator class %I.%I %sfor type %s using %I family %I.%I as %s',
      n.nspname, c.opcname, case when c.opcdefault then 'default ' else '' end, format_type(c.opcintype, null), m.amname, fn.nspname, f.opfname,
      concat_ws(', ', 'storage ' || coalesce(format_type(nullif(c.opckeytype, 0), null),
          case when not exists (select from pg_depend d where d.refclassid = 'pg_opclass'::regclass and d.refobjid = c.oid and d.deptype = 'i')
            then format_type(c.opcintype, null) end),
        (select string_agg(format('operator %s %s%s', a.amopstrategy, a.amopopr::regoperator, coalesce((
            select format(' for order by %I.%I', sn.nspname, s.opfname) from pg_opfamily s join pg_namespace sn on sn.oid = s.opfnamespace
            where s.oid = a.amopsortfamily), '')), ', ' order by a.amopstrategy)
          from pg_amop a join pg_depend d on d.classid = 'pg_amop'::regclass and d.objid = a.oid
          where d.refclassid = 'pg_opclass'::regclass and d.refobjid = c.oid and d.deptype = 'i'),
        (select string_agg(format('function %s (%s, %s) %s', a.amprocnum, format_type(a.amproclefttype, null),
            format_type(a.amprocrighttype, null), a.amproc::regprocedure), ', ' order by a.amprocnum)
          from pg_amproc a join pg_depend d on d.classid = 'pg_amproc'::regclass and d.objid = a.oid
          where d.refclassid = 'pg_opclass'::regclass and d.refobjid = c.oid and d.deptype = 'i'))), 'duplicate_object',
    case when exists (
        select from pg_depend d
        left join pg_amop o on d.classid = 'pg_amop'::regclass and o.oid = d.objid left join pg_operator op on op.oid = o.amopopr
        left join pg_amproc a on d.classid = 'pg_amproc'::regclass and a.oid = d.objid
        join pg_proc p on p.oid = coalesce(a.amproc::oid, op.oprcode::oid) join pg_language l on l.oid = p.prolang
        where d.refclassid = 'pg_opclass'::regclass and d.refobjid = c.oid and d.deptype = 'i' and l.lanname not in ('c', 'internal'))
      or exists (select from pg_type t where t.oid = c.opcintype and t.typtype in ('c', 'd', 'e', 'r', 'm') and t.typnamespace = any ($1::oid[]))
      then 'before_views' else 'before' end, c.oid, 'pg_opclass'::regclass, null, null::aclitem[], c.opcowner
  from pg_opclass c join pg_namespace n on n.oid = c.opcnamespace join pg_am m on m.oid = c.opcmethod
  join pg_opfamily f on f.oid = c.opcfamily join pg_namespace fn on fn.oid = f.opfnamespace
  where n.oid = any ($1::oid[])
  union all
  select 'operator family member', n.nspname || '.' || f.opfname || ' using ' || m.amname || ': ' || k.what,
    format('alter operator family %I.%I using %I add %s', n.nspname, f.opfname, m.amname, k.what), 'duplicate_object', 'before_views',
    f.oid, 'pg_opfamily'::regclass, null, null::aclitem[], f.opfowner
  from pg_opfamily f join pg_namespace n on n.oid = f.opfnamespace join pg_am m on m.oid = f.opfmethod
  join (
    select a.amopfamily as family, 'pg_amop'::regclass as class, a.oid, format('operator %s %s%s', a.amopstrategy, a.amopopr::regoperator, coalesce((
        select format(' for order by %I.%I', sn.nspname, s.opfname) from pg_opfamily s join pg_namespace sn on sn.oid = s.opfnamespace
        where s.oid = a.amopsortfamily), '')) as what from pg_amop a
    union all
    select a.amprocfamily, 'pg_amproc'::regclass, a.oid, format('function %s (%s, %s) %s', a.amprocnum,
      format_type(a.amproclefttype, null), format_type(a.amprocrighttype, null), a.amproc::regprocedure) from pg_amproc a
  ) k on k.family = f.oid
  where n.oid = any ($1::oid[]) and exists (
    select from pg_depend d where d.classid = k.class and d.objid = k.oid and d.refclassid = 'pg_opfamily'::regclass and d.refobjid = f.oid and d.deptype = 'a')
  union all
  select 'cast', format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null), format('create cast (%s as %s) %s%s',
      format_type(c.castsource, null), format_type(c.casttarget, null),
      case c.castmethod when 'f' then 'with function ' || c.castfunc::regprocedure when 'i' then 'with inout' else 'without function' end,
      case c.castcontext when 'a' then ' as assignment' when 'i' then ' as implicit' else '' end), 'duplicate_object',
    case when c.castmethod = 'f' and l.lanname not in ('c', 'internal') or exists (
        select from pg_type t where t.oid in (c.castsource, c.casttarget) and t.typtype in ('c', 'd', 'e', 'r', 'm') and t.typnamespace = any ($1::oid[]))
      then 'before_views' else 'before' end, c.oid, 'pg_cast'::regclass, null, null::aclitem[], null::oid
  from pg_cast c left join pg_proc p on p.oid = c.castfunc left join pg_language l on l.oid = p.prolang
  where c.oid >= 16384
  union all
  select 'access method', a.amname, format('create access method %I type %s handler %s', a.amname,
      case a.amtype when 'i' then 'index' else 'table' end, a.amhandler), 'duplicate_object', 'before', a.oid, 'pg_am'::regclass,
    null, null::aclitem[], null::oid
  from pg_am a
  where a.oid >= 16384
  union all
  select 'access method of', n.nspname || '.' || c.relname, format('alter %s %I.%I set access method %I',
      case c.relkind when 'm' then 'materialized view' else 'table' end, n.nspname, c.relname, a.amname), null, 'after',
    c.oid, 'pg_class'::regclass, null, null::aclitem[], c.relowner
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_am a on a.oid = c.relam
  where c.relkind in ('r', 'm', 'p') and a.amname <> 'heap' and n.oid = any ($1::oid[])
