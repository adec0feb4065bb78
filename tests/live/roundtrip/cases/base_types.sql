-- Base and shell types; what uses them.
create schema app;
create type app.waiting;
create type app.word;
create function app.word_in(cstring) returns app.word language internal immutable strict as 'textin';
create function app.word_out(app.word) returns cstring language internal immutable strict as 'textout';
create type app.word (input = app.word_in, output = app.word_out, like = text, category = 'S', default = 'none', collatable = true);
comment on type app.word is 'A word';
create function app.word_length(app.word) returns integer language sql immutable as 'select length($1::text)';
create cast (app.word as text) without function as implicit;
create cast (text as app.word) without function as assignment;
comment on cast (app.word as text) is 'Back';
create table app.t (id integer primary key, w app.word, ws app.word[], n integer generated always as (app.word_length(w)) stored);
create view app.v as select w from app.t;
create domain app.short as app.word check (app.word_length(value) < 9);
