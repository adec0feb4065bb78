-- Constraint triggers that look at another table.
create schema app;
create table app.one (id integer primary key);
create table app.two (id integer primary key, one integer);
create function app.look() returns trigger language plpgsql as 'begin return null; end';
create constraint trigger looks after insert or update of one on app.two from app.one deferrable initially deferred for each row when (new.one is not null) execute function app.look('x');
create constraint trigger now after delete on app.one from app.two not deferrable for each row execute function app.look();
comment on trigger looks on app.two is 'Looks';
alter table app.two enable always trigger looks;
