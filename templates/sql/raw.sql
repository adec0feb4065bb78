-- SQL for which the model has no word. A text runs once: what ran stands in the ledger. It runs again when the text is another one,
-- after a rollback, and where up took back some of what it gave. Names without a schema are of the model's default schema: PostgreSQL's
-- own come first, as always, and temporary ones last.
create or replace function pg_temp.raw_text(statement text) returns text
language sql immutable as $raw_text$
  select E'-- SQL of the model\n' || statement
$raw_text$;

create or replace function pg_temp.raw_is_new(raw_name text, statement text) returns boolean
language plpgsql stable as $raw_is_new$
begin
  return not exists (select from schemagen.ledger where kind = 'raw' and object = raw_name and done = pg_temp.raw_text(statement));
end
$raw_is_new$;

create or replace procedure pg_temp.raw(raw_name text, statement text, undo_statement text, reason text, path text)
language plpgsql as $raw$
declare
  usual_path text := current_setting('search_path');
begin
  if pg_temp.raw_is_new(raw_name, statement) then
    perform set_config('client_min_messages', 'warning', true), set_config('search_path', path, true);
    execute statement;
    -- for the session: the statement may have set it for the session as well
    perform set_config('client_min_messages', 'notice', true), set_config('search_path', usual_path, false);
  end if;
  call pg_temp.raw_done(raw_name, statement, undo_statement, reason, path);
end
$raw$;

-- How to undo it is what the last text says.
create or replace procedure pg_temp.raw_done(raw_name text, statement text, undo_statement text, reason text, path text)
language plpgsql as $raw_done$
declare
  undoes text := coalesce(format(E'set local search_path = %s;\n', path) || undo_statement || format(E'\n; set search_path = %s', current_setting('search_path')),
    format('call pg_temp.cannot_undo(%L, %L)', raw_name, coalesce(reason, 'the model has no down for it')));
begin
  update schemagen.ledger set done = pg_temp.raw_text(statement), undo = undoes
    where kind = 'raw' and object = raw_name and (done, undo) is distinct from (pg_temp.raw_text(statement), undoes);
  if not exists (select from schemagen.ledger where kind = 'raw' and object = raw_name) then
    insert into schemagen.ledger (kind, object, done, undo) values ('raw', raw_name, pg_temp.raw_text(statement), undoes);
  end if;
end
$raw_done$;
