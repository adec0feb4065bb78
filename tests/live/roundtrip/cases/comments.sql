create schema app;
comment on schema app is 'App';
create table app.t (id integer primary key);
comment on table app.t is 'A: b # c

two "paragraphs"';
create domain app.d as integer constraint small check (value < 5);
comment on constraint small on domain app.d is 'Small';
create type app.pair as (a integer, b text);
comment on column app.pair.a is 'First';
create extension citext;
comment on extension citext is 'Own words';
create rule r as on insert to app.t do also nothing;
comment on rule r on app.t is 'Rule';
create statistics app.s on id, (id + 1) from app.t;
comment on statistics app.s is 'Statistics';
create publication p for table app.t;
comment on publication p is 'Publication';
create function app.noted() returns event_trigger language plpgsql as $$begin end$$;
create event trigger e on sql_drop execute function app.noted();
comment on event trigger e is 'Event';
create collation app.c (provider = libc, locale = 'C');
comment on collation app.c is 'Collation';
comment on schema public is 'Ours now';
