-- from 18
create table t (id integer constraint nn not null, n integer, constraint ne check (n > 0) not enforced, v integer generated always as (n * 2) virtual, s integer generated always as (n * 3) stored);
alter table t add constraint n_named not null n not valid;
create table p (id integer primary key);
create table c (id integer references p not enforced, d integer constraint nni not null no inherit);
create publication g for table t with (publish_generated_columns = stored);
create extension btree_gist;
create table temporal (id integer, at tstzrange, primary key (id, at without overlaps));
create table temporal_ref (id integer, at tstzrange, foreign key (id, period at) references temporal (id, period at));
comment on constraint nn on t is 'Not null';
