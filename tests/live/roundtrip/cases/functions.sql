do $$begin create role reader; exception when duplicate_object then null; end$$;
do $$begin create role writer; exception when duplicate_object then null; end$$;
create schema app;
create type app.mood as enum ('low');
create table rows (id integer, name text);
create function app.touch() returns trigger language plpgsql security definer set search_path to '' set work_mem to '5MB' as
$$begin new.changed := now(); return new; end$$;
create function app.add(a integer, b integer default 2, out total integer) language sql immutable strict parallel safe cost 7
  return a + b;
create function app.add(a text, variadic rest text[]) returns text language sql stable as $$select a || array_to_string(rest, ',')$$;
create function app.list(n integer default 10) returns table (id integer, label text) language sql rows 5 leakproof
  as $$select i, i::text from generate_series(1, n) i$$;
create function app.both(inout x integer, y text default 'it''s') returns integer language plpgsql as $$begin x := x + 1; end$$;
create function app.several() returns setof app.mood language sql begin atomic; select 'low'::app.mood; end;
create function unnamed(integer, text default 'a', out integer) language sql as 'select $1';
create function mixed(integer, named text, out result integer, out integer) language sql as 'select $1, 2';
create function bodies() returns void language plpgsql set search_path to "$user", public, "Odd" set statement_timeout to '5s' as $fn$
  declare
	tabbed text;   
begin

  -- a comment: with # signs
  perform 'x';
end

$fn$;
create function whole_row(r rows) returns rows language sql stable as $$select r$$;
create function all_rows() returns setof rows language sql stable as $$ select * from rows $$;
create function atomic_rows() returns bigint language sql stable begin atomic select count(*) from public.rows; end;
create function anything(anyelement) returns anyarray language plpgsql as $$begin return null; end$$;
create function parallel_safe() returns integer language sql parallel restricted called on null input as 'select 1';
create function "Odd Name"("Odd Arg" integer) returns integer language sql as 'select 1';
create procedure app.work(inout a integer) language plpgsql as $$begin a := 1; end$$;
create procedure nothing() language plpgsql security definer as $$begin end$$;
create function numeric_types(a numeric(10,2), b varchar(5), c character, d timestamptz) returns numeric(4,1) language sql as 'select 1.0';
create function chained() returns integer language sql return app.add(1, 2);
comment on function app.add(integer, integer) is 'Adds';
comment on procedure app.work(integer) is 'Works';
comment on function bodies() is 'It''s';
revoke execute on function app.touch() from public;
grant execute on function app.add(integer, integer) to reader with grant option;
revoke execute on procedure app.work(integer) from public;
grant execute on procedure app.work(integer) to writer;
revoke all on function app.list(integer) from public;
create table uses (id integer default chained(), check (app.add(id, 1) > 0));
