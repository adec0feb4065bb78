create table parent (id integer primary key, name text default 'p' check (name <> ''), at date not null) ;
create table child (extra text, name text default 'c', primary key (id)) inherits (parent);
create table grandchild (more integer generated always as (id * 2) stored) inherits (child);
create table other_parent (id integer primary key, other text not null default 'o'); create table two_parents (own integer) inherits (parent, other_parent); alter table grandchild no inherit child; create index on child (name); alter table only child add constraint c check (extra <> name) no inherit; alter table parent add constraint inherited check (id > 0);
