  -- From PostgreSQL 18 on a column's NOT NULL has a name, may be not valid, and may keep from children. The usual name is
  -- not written, unless another table's columns have the same one: who is made first decides then.
  select 'not null', k.schema || '.' || k.relation || '.' || k.name, format(
      'declare known text := (select conname from pg_constraint where conrelid = to_regclass(%L) and contype = ''n'' '
      'and pg_get_constraintdef(oid) = %L); begin if known is null then alter table %s alter column %I drop not null; '
      'alter table %s add constraint %I %s; elsif known <> %L then execute format(''alter table %s rename constraint %%I to %%I'', known, %L); end if;%s end',
      k.sql, k.definition, k.sql, k.attname, k.sql, k.name, k.definition, k.name, replace(replace(k.sql, '%', '%%'), '''', ''''''), k.name,
      coalesce(format(' comment on constraint %I on %s is ', k.name, k.sql) || quote_literal(obj_description(k.oid, 'pg_constraint')) || ';', '')),
    null, 'after', k.conrelid, 'pg_class'::regclass, null, null::aclitem[], null::oid
  from (
    select o.oid, o.conrelid, o.conname::text as name, n.nspname as schema, c.relname as relation, a.attname, format('%I.%I', n.nspname, c.relname) as sql,
      pg_get_constraintdef(o.oid) as definition, o.conname::text = usual.name as is_usual, o.convalidated and not o.connoinherit as is_plain,
      length(usual.name) > 63 or count(*) over (partition by n.oid, usual.name) > 1 as is_unclear
    from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = o.conkey[1]
    cross join lateral (select concat_ws('_', c.relname, a.attname, 'not_null') as name) usual
    where o.contype = 'n' and o.conislocal and o.coninhcount = 0 and n.oid = any ($1::oid[])
  ) k
  where not k.is_usual or not k.is_plain or k.is_unclear or obj_description(k.oid, 'pg_constraint') is not null
