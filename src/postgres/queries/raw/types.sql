  -- a base type begins as a shell, which its functions need
  select 'shell type' as kind, n.nspname || '.' || t.typname as name, format('create type %I.%I', n.nspname, t.typname) as sql,
    'duplicate_object' as unless, 'before' as phase, t.oid, 'pg_type'::regclass as class,
    null::text as acl_on, null::aclitem[] as acl, t.typowner as owner
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where (t.typtype = 'p' and not t.typisdefined or t.typtype = 'b' and t.typcategory <> 'A') and n.oid = any ($1::oid[])
  union all
  select 'type', n.nspname || '.' || t.typname, format('create type %I.%I (%s)', n.nspname, t.typname, concat_ws(', ',
      'input = ' || t.typinput, 'output = ' || t.typoutput, 'receive = ' || nullif(t.typreceive, 0)::regproc,
      'send = ' || nullif(t.typsend, 0)::regproc, 'typmod_in = ' || nullif(t.typmodin, 0)::regproc,
      'typmod_out = ' || nullif(t.typmodout, 0)::regproc, 'analyze = ' || nullif(t.typanalyze, 0)::regproc,
      'subscript = ' || nullif(t.typsubscript, 0)::regproc,
      'internallength = ' || case t.typlen when -1 then 'variable' else t.typlen::text end, case when t.typbyval then 'passedbyvalue' end,
      'alignment = ' || case t.typalign when 'c' then 'char' when 's' then 'int2' when 'i' then 'int4' else 'double' end,
      'storage = ' || case t.typstorage when 'p' then 'plain' when 'e' then 'external' when 'x' then 'extended' else 'main' end,
      'category = ' || quote_literal(t.typcategory::text), case when t.typispreferred then 'preferred = true' end,
      'default = ' || quote_literal(t.typdefault), 'element = ' || format_type(nullif(t.typelem, 0), null),
      case when t.typdelim <> ',' then 'delimiter = ' || quote_literal(t.typdelim::text) end,
      case when t.typcollation <> 0 then 'collatable = true' end)), 'duplicate_object', 'before', t.oid, 'pg_type'::regclass,
    format('type %I.%I', n.nspname, t.typname), t.typacl, t.typowner
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where t.typtype = 'b' and t.typcategory <> 'A' and n.oid = any ($1::oid[])
  union all
  select 'domain constraint', n.nspname || '.' || t.typname || '.' || o.conname,
    format('alter domain %I.%I add constraint %I %s', n.nspname, t.typname, o.conname, pg_get_constraintdef(o.oid)),
    'duplicate_object', 'after', t.oid, 'pg_type'::regclass, null, null::aclitem[], null::oid
  from pg_constraint o join pg_type t on t.oid = o.contypid join pg_namespace n on n.oid = t.typnamespace
  where o.contype = 'c' and not o.convalidated and n.oid = any ($1::oid[])
  union all
  -- from PostgreSQL 17 on a domain's NOT NULL has a name
  select 'domain not null', k.schema || '.' || k.domain || '.' || k.name, format(
      'declare known text := (select conname from pg_constraint where contypid = to_regtype(%L) and contype = ''n''); '
      'begin if known <> %L then execute format(''alter domain %s rename constraint %%I to %%I'', known, %L); end if; end',
      k.sql, k.name, replace(replace(k.sql, '%', '%%'), '''', ''''''), k.name),
    null, 'after', k.type, 'pg_type'::regclass, null, null::aclitem[], null::oid
  from (
    select t.oid as type, n.nspname as schema, t.typname as domain, o.conname::text as name, format('%I.%I', n.nspname, t.typname) as sql
    from pg_constraint o join pg_type t on t.oid = o.contypid join pg_namespace n on n.oid = t.typnamespace
    where o.contype = 'n' and n.oid = any ($1::oid[])
  ) k
  where k.name <> k.domain || '_not_null'
  union all
  select 'collation', n.nspname || '.' || c.collname, format(
      'create collation if not exists %I.%I (provider = %s%s%s, deterministic = %s)', n.nspname, c.collname,
      case c.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end,
      coalesce(', locale = ' || quote_literal(coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale')), '')
        || coalesce(', rules = ' || quote_literal(to_jsonb(c) ->> 'collicurules'), ''),
      coalesce(', lc_collate = ' || quote_literal(c.collcollate) || ', lc_ctype = ' || quote_literal(c.collctype), ''),
      case when c.collisdeterministic then 'true' else 'false' end), null, 'before', c.oid, 'pg_collation'::regclass,
    null, null::aclitem[], c.collowner
  from pg_collation c join pg_namespace n on n.oid = c.collnamespace
  where n.oid = any ($1::oid[])
  union all
  select 'conversion', n.nspname || '.' || c.conname, format('create %sconversion %I.%I for %L to %L from %s',
      case when c.condefault then 'default ' else '' end, n.nspname, c.conname, pg_encoding_to_char(c.conforencoding),
      pg_encoding_to_char(c.contoencoding), c.conproc), 'duplicate_object or unique_violation', 'before', c.oid, 'pg_conversion'::regclass,
    null, null::aclitem[], c.conowner
  from pg_conversion c join pg_namespace n on n.oid = c.connamespace
  where n.oid = any ($1::oid[])
