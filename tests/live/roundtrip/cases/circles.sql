create table a (id integer primary key, b_id integer);
create table b (id integer primary key, a_id integer references a);
alter table a add foreign key (b_id) references b;
create table tree (id integer primary key, parent_id integer references tree on delete cascade);
create function depth(t tree) returns integer language plpgsql as $$begin return 1; end$$;
create table uses_rows (t tree, ts tree[]);
create function latest() returns uses_rows language sql stable begin atomic select * from uses_rows limit 1; end;
create view latest_view as select (latest()).t as t;
create function from_view() returns setof latest_view language sql as 'select * from public.latest_view';
