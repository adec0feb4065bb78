create table base (a integer not null, b text default 'b', check (a > 0));
create table derived (c integer primary key, check (c > a)) inherits (base);
create index on derived (b);
alter table derived alter column b set default 'other';
create table third (d integer) inherits (derived);
create table second (e integer);
create table diamond (a integer) inherits (base, second);
create view v as select a, c from derived;
