create schema app;
create table app.t (id integer primary key, n integer, s text);
create table app.parted (id integer primary key) partition by range (id);
create table app.parted_1 partition of app.parted for values from (1) to (10);
create publication all_of for all tables with (publish = 'insert');
create publication whole for tables in schema app;
create publication "some" for table app.t (id, n) where (n > 3 and s <> 'it''s'), app.parted with (publish_via_partition_root = true, publish = '');
create publication nothing;
comment on publication "some" is 'Some';
