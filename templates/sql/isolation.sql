create or replace procedure pg_temp.begin_isolation()
language plpgsql as $begin_isolation$
begin
  create temporary sequence isolation_serial minvalue 1001 start 4217 maxvalue 9999 cycle;
  create temporary table isolation_roles_of (signed_in text, anonymous text, service text, path text) on commit drop;
  create temporary table isolation_principals (seq integer generated always as identity, object text, key_column text, id_sql text,
    told text, names text[]) on commit drop;
  create temporary table isolation_tables (object text primary key, refs text[], vals jsonb, special jsonb) on commit drop;
  create temporary table isolation_rows (object text, letter text, record jsonb, named text[], primary key (object, letter)) on commit drop;
  create temporary table isolation_results (seq integer generated always as identity, passed boolean, skipped boolean, label text,
    detail text) on commit drop;
end
$begin_isolation$;

create or replace procedure pg_temp.isolation_roles(signed_in text, anonymous text, service text, path text)
language plpgsql as $isolation_roles$
begin
  insert into pg_temp.isolation_roles_of values (signed_in, anonymous, service, path);
end
$isolation_roles$;

create or replace procedure pg_temp.isolation_principal(object text, key_column text, id_sql text, told text, names text[])
language plpgsql as $isolation_principal$
begin
  insert into pg_temp.isolation_principals (object, key_column, id_sql, told, names) values (object, key_column, id_sql, told, names);
end
$isolation_principal$;

create or replace procedure pg_temp.isolation_table(object text, refs text[], vals text, special text)
language plpgsql as $isolation_table$
begin
  insert into pg_temp.isolation_tables values (object, refs, vals::jsonb, special::jsonb);
end
$isolation_table$;

create or replace function pg_temp.isolation_name(relation oid) returns text
language sql stable as $isolation_name$
  select format('%I.%I', n.nspname, c.relname) from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where c.oid = relation
$isolation_name$;

-- The first text that a type takes.
create or replace function pg_temp.isolation_text(type_name text, texts text[]) returns text
language plpgsql as $isolation_text$
declare
  one text;
begin
  foreach one in array texts loop
    begin
      execute format('select %L::%s', one, type_name);
      return one;
    exception when others then null;
    end;
  end loop;
  return texts[1];
end
$isolation_text$;

-- A value of a type, as JSON takes it.
create or replace function pg_temp.isolation_sample(type_oid oid, modifier integer) returns jsonb
language plpgsql as $isolation_sample$
declare
  kind pg_type;
  serial text := nextval('pg_temp.isolation_serial')::text;
begin
  select * into kind from pg_type where oid = type_oid;
  if kind.typtype = 'd' then return pg_temp.isolation_sample(kind.typbasetype, kind.typtypmod); end if;
  if kind.typtype = 'e' then
    return to_jsonb((select enumlabel::text from pg_enum where enumtypid = type_oid order by enumsortorder limit 1));
  end if;
  if kind.typtype = 'r' then return to_jsonb('empty'::text); end if;
  if kind.typtype = 'm' then return to_jsonb('{}'::text); end if;
  if kind.typtype = 'c' then return '{}'; end if;
  if kind.typcategory = 'A' then return '[]'; end if;
  return case
    when kind.typname = 'uuid' then to_jsonb(gen_random_uuid())
    when kind.typname in ('json', 'jsonb') then '{}'
    when kind.typname = 'bytea' then to_jsonb('\x00'::text)
    when kind.typcategory = 'N' then to_jsonb(serial)
    when kind.typcategory = 'B' then 'false'
    when kind.typcategory = 'D' then to_jsonb(case when kind.typname in ('time', 'timetz') then '10:00' else '2026-01-01' end)
    when kind.typcategory = 'T' then to_jsonb('1 hour'::text)
    when kind.typcategory = 'I' then to_jsonb('10.0.0.1'::text)
    when kind.typname = 'bit' then to_jsonb(repeat('0', greatest(modifier, 1)))
    when kind.typcategory = 'V' then to_jsonb('0'::text)
    when kind.typname in ('bpchar', 'char') then to_jsonb('x'::text)
    when kind.typcategory = 'S' then to_jsonb('x' || serial)
    else to_jsonb(pg_temp.isolation_text(format_type(type_oid, modifier), array['x' || serial, serial, '(1,2)', '{1,2,3}', '((1,2),(3,4))',
      '<(1,2),3>', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', '1/A', '1:2:', 'x=>1', 'POINT(1 2)', '$',
      '[' || repeat('1,', least(greatest(modifier, 1), 4096) - 1) || '1]']))
  end;
end
$isolation_sample$;

-- What a constraint's own text suggests for a column that it refuses.
create or replace function pg_temp.isolation_candidates(definition text) returns setof text
language sql volatile as $isolation_candidates$
  select replace(found[1], '''''', '''') from regexp_matches(definition, '''((?:[^'']|'''')*)''', 'g') as found
  union all select found[1] from regexp_matches(definition, '[0-9]+', 'g') as found
  union all select format(pattern, nextval('pg_temp.isolation_serial'))
    from unnest('{x%s@example.com,x%s,x-%s,x_%s,X%s,https://example.com/%s,+49151%s}'::text[]) as pattern
  union all select unnest('{1,x,x1,x-1,X,EN,EUR,#00aa00,https://example.com/1,x@example.com,+4915112345,abcdefghij,true,2026-01-01}'::text[])
$isolation_candidates$;

-- A row as JSON that can be read back, which what an extension's type (hstore) is cast to cannot: its text can.
create or replace function pg_temp.isolation_image(object text) returns text
language sql stable as $isolation_image$
  select 'to_jsonb(t.*)' || coalesce(string_agg(format(' || jsonb_build_object(%L, t.%I::text)', a.attname, a.attname), ''), '')
  from pg_attribute as a join pg_type as y on y.oid = a.atttypid join pg_cast as c on c.castsource = y.oid
  where a.attrelid = object::regclass and a.attnum > 0 and not a.attisdropped
    and c.casttarget = 'json'::regtype and y.typnamespace <> 'pg_catalog'::regnamespace
$isolation_image$;

create or replace function pg_temp.isolation_insert(object text, record jsonb) returns jsonb
language plpgsql as $isolation_insert$
declare
  columns text := (select string_agg(quote_ident(name), ', ') from jsonb_object_keys(record) as name);
  inserted jsonb;
begin
  if columns is null then
    execute format('insert into %s as t default values returning %s', object, pg_temp.isolation_image(object)) into inserted;
  else
    execute format('insert into %1$s as t (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$s, $1) returning %3$s',
      object, columns, pg_temp.isolation_image(object)) into inserted using record;
  end if;
  return inserted;
end
$isolation_insert$;

-- The row of this letter; made when it is not there, after those that it refers to. NULL where it cannot be.
create or replace function pg_temp.isolation_row(wanted_object text, wanted_letter text) returns jsonb
language plpgsql as $isolation_row$
declare
  known pg_temp.isolation_rows;
  plan pg_temp.isolation_tables;
  wish jsonb := '{}';
  parent jsonb;
  made jsonb;
  sampled text[] := '{}';
  state text; refusing text; problem text; refused_type text;
  parents text := case when wanted_letter = 'c' then 'a' else wanted_letter end;
  link record;
  pair record;
begin
  select * into known from pg_temp.isolation_rows as r where (r.object, r.letter) = (wanted_object, wanted_letter);
  if found then return known.record; end if;
  insert into pg_temp.isolation_rows values (wanted_object, wanted_letter, null, null);
  select * into plan from pg_temp.isolation_tables as t where t.object = wanted_object;
  for link in
    select pg_temp.isolation_name(c.confrelid) as target,
      (select array_agg(a.attname::text order by k.place) from unnest(c.conkey) with ordinality as k(num, place)
        join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = k.num) as columns,
      (select array_agg(a.attname::text order by k.place) from unnest(c.confkey) with ordinality as k(num, place)
        join pg_attribute as a on a.attrelid = c.confrelid and a.attnum = k.num) as keys,
      (select bool_or(a.attnotnull) from pg_attribute as a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)) as needed
    from pg_constraint as c where c.conrelid = wanted_object::regclass and c.contype = 'f' and c.conparentid = 0
    order by array_length(c.conkey, 1) desc, c.conname
  loop
    continue when wish ?& link.columns;
    continue when not (link.needed or link.columns && coalesce(plan.refs, '{}'));
    parent := pg_temp.isolation_row(link.target, parents);
    continue when parent is null;
    for pair in select * from unnest(link.columns, link.keys) as p(name, key) loop
      wish := wish || jsonb_build_object(pair.name, parent -> pair.key);
    end loop;
  end loop;
  -- References that no foreign key enforces.
  for place in 1 .. coalesce(array_length(plan.refs, 1), 0) by 2 loop
    continue when wish ? plan.refs[place];
    parent := pg_temp.isolation_row(plan.refs[place + 1], parents);
    wish := wish || jsonb_build_object(plan.refs[place], parent -> (
      select a.attname::text from pg_index as i join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indrelid = plan.refs[place + 1]::regclass and i.indisprimary));
  end loop;
  wish := wish || coalesce(plan.vals, '{}') || case when wanted_letter = 'c' then coalesce(plan.special, '{}') else '{}' end;
  for link in
    select a.attname::text as name, a.atttypid as type, a.atttypmod as modifier from pg_attribute as a join pg_type as t on t.oid = a.atttypid
    where a.attrelid = wanted_object::regclass and a.attnum > 0 and not a.attisdropped and (a.attnotnull or t.typnotnull)
      and not a.atthasdef and a.attidentity = '' and t.typdefault is null
  loop
    continue when wish ? link.name;
    wish := wish || jsonb_build_object(link.name, pg_temp.isolation_sample(link.type, link.modifier));
    sampled := sampled || link.name;
  end loop;
  for attempt in 1 .. 8 loop
    begin
      made := pg_temp.isolation_insert(wanted_object, wish);
    exception
      when unique_violation then
        -- A trigger made it already.
        select string_agg(format('t.%I = %L', a.attname, wish ->> a.attname::text), ' and ') into problem
        from pg_index as i join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = wanted_object::regclass and i.indisprimary;
        execute format('update %1$s as t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, $1)) where %3$s returning %4$s',
          wanted_object, (select string_agg(quote_ident(name), ', ') from jsonb_object_keys(wish) as name), coalesce(problem, 'false'),
          pg_temp.isolation_image(wanted_object))
          into made using wish;
        -- Or a sample is somebody else's.
        if made is null then
          select wish || coalesce(jsonb_object_agg(a.attname, pg_temp.isolation_sample(a.atttypid, a.atttypmod)), '{}') into wish from pg_attribute as a
            where a.attrelid = wanted_object::regclass and a.attname = any (sampled);
        end if;
      when check_violation then
        get stacked diagnostics refusing = constraint_name, problem = message_text, refused_type = pg_datatype_name;
        wish := coalesce(pg_temp.isolation_mended(wanted_object, wish, refusing, coalesce(plan.vals, '{}') || coalesce(plan.special, '{}')), wish);
      when not_null_violation then
        -- A trigger makes another row of this one, and needs a column that this one could do without.
        get stacked diagnostics refusing = column_name, problem = message_text;
        exit when wish ? refusing;
        wish := wish || coalesce((select jsonb_build_object(a.attname, pg_temp.isolation_sample(a.atttypid, a.atttypmod)) from pg_attribute as a
          where a.attrelid = wanted_object::regclass and a.attname = refusing and a.attgenerated = ''), '{}');
        exit when not wish ? refusing;
        sampled := sampled || refusing;
      when others then
        get stacked diagnostics problem = message_text;
        exit;
    end;
    exit when made is not null;
  end loop;
  update pg_temp.isolation_rows as r set record = made, named = (select array_agg(name) from jsonb_object_keys(wish) as name)
    where (r.object, r.letter) = (wanted_object, wanted_letter);
  if made is null and wanted_letter <> 'c' then
    insert into pg_temp.isolation_results (passed, skipped, label, detail)
      values (true, true, format('%s: no row %s could be made', wanted_object, wanted_letter), problem);
  end if;
  return made;
end
$isolation_row$;

-- Who is a member of what must be there before anybody asks.
create or replace procedure pg_temp.make_isolation_rows()
language plpgsql as $make_isolation_rows$
begin
  perform pg_temp.isolation_row(t.object, letter) from pg_temp.isolation_tables as t, unnest('{a,b,c}'::text[]) as letter
    where letter <> 'c' or t.special is not null;
end
$make_isolation_rows$;

-- The record with another value in a column of the check that refused it: one that the check takes.
create or replace function pg_temp.isolation_mended(object text, record jsonb, refusing text, fixed jsonb) returns jsonb
language plpgsql as $isolation_mended$
declare
  definition text;
  candidate record;
  again text;
begin
  select pg_get_constraintdef(c.oid) into definition from pg_constraint as c
    where c.conname = refusing and (c.conrelid = object::regclass or c.contypid <> 0) limit 1;
  for candidate in
    select a.attname::text as name, value
    from pg_attribute as a, pg_temp.isolation_candidates(definition) as value
    where a.attrelid = object::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and not fixed ? a.attname::text
      and exists (select from pg_constraint as c where c.conname = refusing
        and (c.contypid = a.atttypid or c.conrelid = a.attrelid and a.attnum = any (c.conkey)))
      and not exists (select from pg_constraint as f where f.conrelid = a.attrelid and f.contype = 'f' and a.attnum = any (f.conkey))
    -- References that no rule reads may lead to another row: follower_id <> followed_id.
    union all
    select a.attname::text, pg_temp.isolation_row(pg_temp.isolation_name(f.confrelid), letter) ->> k.attname::text
    from pg_constraint as f join pg_attribute as a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      join pg_attribute as k on k.attrelid = f.confrelid and k.attnum = f.confkey[1], unnest('{b,a}'::text[]) as letter
    where f.conrelid = object::regclass and f.contype = 'f' and f.conparentid = 0 and array_length(f.conkey, 1) = 1 and not fixed ? a.attname::text
      and a.attname <> all (coalesce((select t.refs from pg_temp.isolation_tables as t where t.object = isolation_mended.object), '{}'))
      and exists (select from pg_constraint as c where c.conname = refusing and c.conrelid = f.conrelid and c.contype = 'c' and a.attnum = any (c.conkey))
  loop
    begin
      perform pg_temp.isolation_insert(object, record || jsonb_build_object(candidate.name, candidate.value));
      raise exception using errcode = 'SG000';
    exception
      when sqlstate 'SG000' then return record || jsonb_build_object(candidate.name, candidate.value);
      when check_violation then
        get stacked diagnostics again = constraint_name;
        if again <> refusing then return record || jsonb_build_object(candidate.name, candidate.value); end if;
      when others then null;
    end;
  end loop;
  return null;
end
$isolation_mended$;

-- Becomes a caller, until the end of the subtransaction.
create or replace procedure pg_temp.isolation_become(caller text)
language plpgsql as $isolation_become$
declare
  roles pg_temp.isolation_roles_of := (select r from pg_temp.isolation_roles_of as r);
  role_name text := case caller when 'anonymous' then roles.anonymous when 'service' then roles.service else roles.signed_in end;
  claims jsonb := jsonb_build_object('role', role_name);
  principal record;
  told jsonb;
begin
  for principal in
    select p.told, p.names, r.record ->> p.key_column as id from pg_temp.isolation_principals as p
    left join pg_temp.isolation_rows as r on (r.object, r.letter) = (p.object, caller) where p.told <> ''
  loop
    if principal.told = 'setting' then
      perform set_config(principal.names[1], coalesce(principal.id, ''), true);
    elsif principal.id is not null then
      told := to_jsonb(principal.id);
      for depth in reverse cardinality(principal.names)..1 loop
        told := coalesce(claims #> principal.names[1:depth - 1], '{}') || jsonb_build_object(principal.names[depth], told);
      end loop;
      claims := told;
    end if;
  end loop;
  perform set_config('request.jwt.claims', claims::text, true);
  perform set_config('search_path', roles.path, true);
  perform set_config('row_security', 'on', true);
  perform set_config('role', role_name, true);
end
$isolation_become$;

-- Whether one of some statements does what the verb says, as a caller; undone.
create or replace function pg_temp.isolation_done(caller text, verb text, statements text[], record jsonb) returns boolean
language plpgsql as $isolation_done$
declare
  touched bigint;
  state text;
begin
  for place in 1 .. coalesce(array_length(statements, 1), 0) loop
    state := '';
    begin
      call pg_temp.isolation_become(caller);
      execute statements[place] using record;
      get diagnostics touched = row_count;
      raise exception using errcode = 'SG000';
    exception
      when sqlstate 'SG000' then
        if touched > 0 then return true; end if;
      when others then
        get stacked diagnostics state = returned_sqlstate;
    end;
    -- Policies are asked before keys: that a row is there twice, or referred to, is said to whoever may write it.
    if verb = 'create' and state in ('23505', '23P01') or verb = 'delete' and state in ('23503', '23001') then return true; end if;
  end loop;
  return false;
end
$isolation_done$;

create or replace function pg_temp.isolation_statements(object text, verb text, record jsonb, named text[]) returns text[]
language plpgsql stable as $isolation_statements$
declare
  at_key text := (
    select string_agg(format('t.%I = %L', a.attname, record ->> a.attname::text), ' and ')
    from pg_index as i join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = object::regclass and i.indisprimary);
  columns text := (select string_agg(quote_ident(name), ', ') from unnest(named) as name);
begin
  return case verb
    when 'read' then array[format('select 1 from %s as t where %s', object, at_key)]
    when 'delete' then array[format('delete from %s as t where %s', object, at_key)]
    when 'create' then array[case when columns is null then format('insert into %s default values', object) else format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1)', object, columns) end]
    else (select array_agg(format('update %s as t set %2$I = t.%2$I where %3$s', object, a.attname, at_key) order by a.attnum)
      from pg_attribute as a where a.attrelid = object::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and a.attidentity <> 'a')
  end;
end
$isolation_statements$;

-- The columns that whoever makes a row names: those that it needs, and his own id where the row is himself.
create or replace function pg_temp.isolation_named(wanted_object text, wanted_letter text) returns text[]
language sql stable as $isolation_named$
  select array(
    select unnest(r.named)
    union
    select a.attname from pg_temp.isolation_principals as p join pg_attribute as a on a.attrelid = p.object::regclass and a.attname = p.key_column
      where p.object = wanted_object and a.attidentity <> 'a'
        and has_column_privilege((select signed_in from pg_temp.isolation_roles_of), a.attrelid, a.attnum, 'insert')
    order by 1)
  from pg_temp.isolation_rows as r where (r.object, r.letter) = (wanted_object, wanted_letter)
$isolation_named$;

-- What a caller may do with the rows of a table: letters by verb; those behind `?` are left out.
create or replace procedure pg_temp.isolated(object text, caller text, may_read text, may_create text, may_update text, may_delete text)
language plpgsql as $isolated$
declare
  wanted text[] := array[may_read, may_create, may_update, may_delete];
  verbs text[] := '{read,create,update,delete}';
  one_row record;
  may boolean;
  done boolean;
begin
  for one_row in
    select letter, pg_temp.isolation_row(object, letter) as record
    from unnest('{a,b,c}'::text[]) as letter
    where letter <> 'c' or exists (select from pg_temp.isolation_tables as t where t.object = isolated.object and t.special is not null)
  loop
    continue when one_row.record is null or not pg_temp.isolation_known(caller);
    for place in 1 .. 4 loop
      continue when position(one_row.letter in split_part(wanted[place], '?', 2)) > 0 or one_row.letter = 'c' and place = 2;
      may := position(one_row.letter in split_part(wanted[place], '?', 1)) > 0;
      done := pg_temp.isolation_done(caller, verbs[place], pg_temp.isolation_statements(object, verbs[place], one_row.record,
        pg_temp.isolation_named(object, one_row.letter)), one_row.record);
      insert into pg_temp.isolation_results (passed, skipped, label, detail) values (done = may, false,
        format('%s: %s %s %s row %s', object, case when caller in ('a', 'b') then 'caller ' || caller else caller end,
          case when may then 'may' else 'may not' end, verbs[place], one_row.letter),
        case when done then 'it is done' else 'it is refused, or finds no row' end);
    end loop;
  end loop;
end
$isolated$;

-- Whether the database takes a caller for the principals whose rows are his.
create or replace function pg_temp.isolation_known(caller text) returns boolean
language plpgsql as $isolation_known$
declare
  principal record;
  id text;
  known text := current_setting('schemagen.known_' || caller, true);
begin
  if caller not in ('a', 'b') then return true; end if;
  if known in ('t', 'f') then return known = 't'; end if;
  perform pg_temp.isolation_row(t.object, caller) from pg_temp.isolation_tables as t
    join pg_temp.isolation_principals as p on array_position(t.refs, p.object) > 0 where p.told = '';
  known := 't';
  for principal in select p.*, pg_temp.isolation_row(p.object, caller) as record from pg_temp.isolation_principals as p loop
    begin
      call pg_temp.isolation_become(caller);
      perform set_config('role', 'none', true);
      execute 'select (' || principal.id_sql || ')::text' into id;
      raise exception using errcode = 'SG000';
    exception
      when sqlstate 'SG000' then null;
      when others then id := null;
    end;
    if id is distinct from principal.record ->> principal.key_column then
      known := 'f';
      insert into pg_temp.isolation_results (passed, skipped, label, detail) values (true, true,
        format('caller %s is not taken for a row of %s: what he may do is not tried', caller, principal.object), coalesce(id, 'nobody'));
    end if;
  end loop;
  perform set_config('schemagen.known_' || caller, known, true);
  return known = 't';
end
$isolation_known$;
