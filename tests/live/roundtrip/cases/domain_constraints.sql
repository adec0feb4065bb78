-- A domain's conditions: held to, named by the server, and not yet held to by what was there before.
create schema app;
create domain app.plain as integer check (value > 0) check (value < 100);
create domain app.late as integer constraint old check (value > 0);
create table t (n app.late);
insert into t values (1);
alter domain app.late add constraint "not ""yet"" '*/" check (value > 5) not valid;
comment on constraint "not ""yet"" '*/" on domain app.late is 'It''s not yet';
create domain app.required as text constraint must not null constraint "other" check (value <> '');
