-- What PostgreSQL prints of `in (…)` on a varchar column, `(ARRAY['a'::character varying])::text[]`, it prints otherwise once it has
-- read that: `ARRAY[('a'::character varying)::text]`. What was made of a print is the same as what was printed.
create or replace function pg_temp.cast_within(printed text) returns text
language plpgsql immutable as $cast_within$
declare
  data_type text := '[a-z_"][a-zA-Z0-9_ ."]*(?:\([0-9, ]+\))?';
  element text := format('(?:E?''(?:[^'']|'''')*''|NULL|-?[0-9.]+)(?:::%s)?', data_type);
  found text[];
begin
  while position('(ARRAY[' in printed) > 0 loop
    found := regexp_match(printed, format('\(ARRAY\[(%1$s(?:, %1$s)*)\]\)::(%2$s)\[\]', element, data_type));
    exit when found is null;
    printed := replace(printed, format('(ARRAY[%s])::%s[]', found[1], found[2]),
      format('ARRAY[%s]', regexp_replace(found[1], format('(%s)', element), '(\1)::' || found[2], 'g')));
  end loop;
  return printed;
end
$cast_within$;

-- Where up takes back what SQL of the model gave (a privilege, a policy, a comment that the model does not have), that SQL runs again.
create or replace procedure pg_temp.raw_again(change_object text, statement text)
language plpgsql as $raw_again$
declare
  takes_back text := case
    when statement ~ '^revoke ' then '\mgrant\M[^;]*\mon\M'
    when statement ~ '^grant ' then '\mrevoke\M[^;]*\mon\M'
    when statement ~ '^drop policy ' then '\mpolicy\M'
    when statement ~ '^comment on ' then '\mcomment\s+on\M'
    when statement ~ '^alter table .* (alter column|row level security|trigger) ?' then '\malter\s+table\M' end;
  name text;
begin
  if takes_back is null or not exists (select from schemagen.ledger where kind = 'raw') then
    return;
  end if;
  name := regexp_replace((parse_ident(change_object, false))[cardinality(parse_ident(change_object, false))], '(\W)', '\\\1', 'g');
  update schemagen.ledger set done = 'raw SQL' where kind = 'raw' and done <> 'raw SQL'
    and done ~* (takes_back || format('[^;]*((?<!\w)%s(?!\w)|\min\s+schema\M)', name));
end
$raw_again$;

-- Runs one change and records it. A lock that is not to be had at once is waited for in short tries, so that
-- nobody queues behind us for long.
create or replace procedure pg_temp.run(change_kind text, change_object text, statement text, undo_statement text default null)
language plpgsql as $run$
declare
  attempt integer := 0;
begin
  loop
    begin
      perform set_config('client_min_messages', 'warning', true);
      execute statement;
      perform set_config('client_min_messages', 'notice', true);
      exit;
    exception when lock_not_available then
      attempt := attempt + 1;
      if attempt >= 30 then
        raise exception using errcode = 'lock_not_available',
          message = format('%s: the lock on it was not to be had in %s tries', change_object, attempt),
          detail = statement,
          hint = 'A long transaction holds the table: see pg_stat_activity. Run this file again when it has ended.';
      end if;
      perform pg_sleep(0.05 + random() * 0.1 * least(attempt, 10));
    end;
  end loop;
  if change_kind in ('privilege', 'policy', 'row security', 'comment', 'column', 'trigger') then
    call pg_temp.raw_again(change_object, statement);
  end if;
  if undo_statement is not null then
    insert into schemagen.ledger (kind, object, done, undo)
    values (change_kind, change_object, statement, pg_temp.by_its_old_name(undo_statement));
  end if;
end
$run$;

-- What PostgreSQL printed may call a function that has just stepped aside: it comes back under the name that it had.
create or replace function pg_temp.by_its_old_name(statement text) returns text
language plpgsql stable as $by_its_old_name$
declare
  item record;
begin
  if position('schemagen_aside_' in statement) > 0 then
    for item in select quote_ident('schemagen_aside_' || nspname) as aside, quote_ident(nspname) as name from pg_namespace order by length(nspname) desc loop
      statement := replace(statement, item.aside || '.', item.name || '.');
    end loop;
  end if;
  return statement;
end
$by_its_old_name$;

-- What an object was called, and is called by now; or a column of this place.
create or replace function pg_temp.names_of(object text, of_place text default '') returns setof text
language sql stable as $names_of$
  with recursive names (name) as (
    select object
    union
    select r.old_name from names join schemagen.renamed as r on r.place = of_place and r.new_name = names.name
  )
  select name from names
$names_of$;

-- What this was called after that moment, in the end.
create or replace function pg_temp.name_now(object text, made bigint, of_place text default '') returns text
language sql stable as $name_now$
  with recursive names (name, seq) as (
    select object, made
    union all
    select (later.found).new_name, (later.found).seq from names, lateral (
      select r as found from schemagen.renamed as r where r.place = of_place and r.old_name = names.name and r.seq > names.seq
      order by r.seq limit 1) as later
  )
  select name from names order by seq desc limit 1
$name_now$;

-- Whether up made this object, so that undoing it undoes everything on it as well. What it made may have another name by now, and
-- somebody else's this one.
create or replace function pg_temp.ours(wanted_kind text, wanted_object text) returns boolean
language sql stable as $ours$
  select exists (select from schemagen.ledger where object = wanted_object and kind = wanted_kind)
      and not exists (select from schemagen.renamed where old_name = wanted_object and place = '')
    or exists (select from schemagen.renamed where place = '' and wanted_object in (old_name, new_name))
      and exists (select from schemagen.ledger as l where l.kind = wanted_kind and l.object in (select pg_temp.names_of(wanted_object))
        and pg_temp.name_now(l.object, l.seq) = wanted_object)
$ours$;

-- Runs one change of a part of a table; recorded only where the table was there before us.
create or replace procedure pg_temp.change(table_object text, change_kind text, change_object text, statement text, undo_statement text)
language plpgsql as $change$
begin
  if pg_temp.ours('table', table_object) then
    undo_statement := null;
  end if;
  call pg_temp.run(change_kind, change_object, statement, undo_statement);
end
$change$;

create or replace function pg_temp.relation_name(relation oid) returns text
language sql stable as $relation_name$
  select format('%I.%I', n.nspname, c.relname) from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where c.oid = relation
$relation_name$;

-- Whether up made this part of a table (`constraint jobs_pkey `): what it made, it takes away when the model drops it.
create or replace function pg_temp.made(table_object text, part text) returns boolean
language sql stable as $made$
  select exists (select from schemagen.ledger as l
    where l.kind in ('table', 'constraint') and position(part in l.done) > 0 and l.object in (select pg_temp.names_of(table_object)))
$made$;

-- Whether the model had it before: a later file puts aside what it has no more.
create or replace function pg_temp.known(part_kind text, table_object text, part text) returns boolean
language plpgsql stable as $known$
begin
  return exists (select from schemagen.known as k where k.object = table_object and k.kind = part_kind and k.name = part);
end
$known$;

-- From the moment when it is made: an up that stops halfway may be the last of its model, and the next is to know what is not its own.
create or replace procedure pg_temp.know(of_object text, part_kind text, names text[])
language plpgsql as $know$
begin
  insert into schemagen.known (object, kind, name) select of_object, part_kind, name from unnest(names) as name on conflict do nothing;
end
$know$;
