create table base (a integer not null, b text default 'b', check (a > 0));
create table derived (c integer primary key, check (c > a)) inherits (base);
create index on derived (b);
alter table derived alter column b set default 'other';
create table third (d integer) inherits (derived);
create table second (e integer);
-- said again: PostgreSQL 18 tells a NOT NULL of its own from an inherited one, and a model always says it
create table diamond (a integer not null) inherits (base, second);
create view v as select a, c from derived;
create table keyed (primary key (a), unique (b), check (a < 9)) inherits (base);
create table refers (k integer references keyed, l text references keyed (b));
create table counted (id serial primary key, note text);
create table counted_more (unique (id)) inherits (counted);
comment on column counted_more.note is 'Inherited';
