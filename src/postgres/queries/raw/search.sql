  select 'text search parser', n.nspname || '.' || p.prsname, format(
      'create text search parser %I.%I (start = %s, gettoken = %s, end = %s, lextypes = %s%s)', n.nspname, p.prsname, p.prsstart,
      p.prstoken, p.prsend, p.prslextype, coalesce(', headline = ' || nullif(p.prsheadline::oid, 0)::regproc, '')),
    'unique_violation', 'before', p.oid, 'pg_ts_parser'::regclass, null, null::aclitem[], null::oid
  from pg_ts_parser p join pg_namespace n on n.oid = p.prsnamespace
  where n.oid = any ($1::oid[])
  union all
  select 'text search template', n.nspname || '.' || t.tmplname, format('create text search template %I.%I (%slexize = %s)',
      n.nspname, t.tmplname, coalesce('init = ' || nullif(t.tmplinit::oid, 0)::regproc || ', ', ''), t.tmpllexize),
    'unique_violation', 'before', t.oid, 'pg_ts_template'::regclass, null, null::aclitem[], null::oid
  from pg_ts_template t join pg_namespace n on n.oid = t.tmplnamespace
  where n.oid = any ($1::oid[])
  union all
  select 'text search dictionary', n.nspname || '.' || d.dictname, format('create text search dictionary %I.%I (template = %I.%I%s)',
      n.nspname, d.dictname, tn.nspname, t.tmplname, coalesce(', ' || d.dictinitoption, '')),
    'unique_violation', 'before', d.oid, 'pg_ts_dict'::regclass, null, null::aclitem[], d.dictowner
  from pg_ts_dict d
  join pg_namespace n on n.oid = d.dictnamespace
  join pg_ts_template t on t.oid = d.dicttemplate
  join pg_namespace tn on tn.oid = t.tmplnamespace
  where n.oid = any ($1::oid[])
  union all
  select 'text search configuration', n.nspname || '.' || c.cfgname, format('create text search configuration %I.%I (parser = %I.%I);%s',
      n.nspname, c.cfgname, pn.nspname, p.prsname,
      (select string_agg(format(' alter text search configuration %I.%I add mapping for %I with %s;',
          n.nspname, c.cfgname, m.alias, m.dictionaries), '' order by m.alias)
        from (
          select k.alias, string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno) as dictionaries
          from pg_ts_config_map m join ts_token_type(c.cfgparser) k on k.tokid = m.maptokentype
          where m.mapcfg = c.oid group by k.alias) m)),
    'unique_violation', 'before', c.oid, 'pg_ts_config'::regclass, null, null::aclitem[], c.cfgowner
  from pg_ts_config c
  join pg_namespace n on n.oid = c.cfgnamespace
  join pg_ts_parser p on p.oid = c.cfgparser
  join pg_namespace pn on pn.oid = p.prsnamespace
  where n.oid = any ($1::oid[])
