-- Columns dropped in the middle, keys of every kind.
create extension btree_gist;
create table t (a integer, gone1 text, b integer not null, gone2 integer, c text default 'c', d tstzrange, e integer);
alter table t drop column gone1, drop column gone2;
alter table t add column f integer not null default 5;
alter table t add primary key (b, a) deferrable initially deferred;
alter table t add constraint u unique nulls not distinct (c, e) deferrable;
alter table t add constraint x exclude using gist (d with &&, e with =) where (e > 0) deferrable initially deferred;
alter table t add constraint x2 exclude using btree (lower(c) collate "C" text_pattern_ops desc nulls last with =);
create unique index partial on t (c) include (e) where e is null;
create unique index ue on t ((a + b), lower(c) collate "C") nulls not distinct with (fillfactor = 50);
create index on t using gin ((array[a, b])) with (fastupdate = off);
create index on t using brin (a int4_minmax_multi_ops (values_per_range = 16), b) with (pages_per_range = 4, autosummarize = on);
create index on t using spgist (d);
create index on only t (f) tablespace pg_default;
alter table t alter column c set statistics 0, alter column c set storage main;
alter table t add constraint nv check (f > 0) not valid, add constraint ni check (f > 1) no inherit;
create index cl on t (e); alter table t cluster on cl;
create unique index ri on t (b); alter table t replica identity using index ri;
