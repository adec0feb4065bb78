create extension btree_gist;
create table parents (
  id bigint primary key, tenant uuid not null, code text, price numeric,
  room integer, during tstzrange, "Odd" text,
  unique nulls not distinct (tenant, id),
  constraint codes unique (code) include (price),
  unique (price) deferrable initially deferred, constraint soon unique (room) deferrable,
  unique ("Odd"),
  constraint positive check (price > 0) no inherit,
  check (price < 1000), check (price < id), check ("Odd" <> ''),
  constraint no_overlap exclude using gist (room with =, during with &&) where (room is not null) deferrable,
  exclude using gist (lower(code) with =, during with &&) where (code <> 'a' and room > 1)
);
comment on constraint codes on parents is 'Codes';
comment on constraint parents_pkey on parents is 'Key';
comment on constraint positive on parents is 'More';
comment on constraint no_overlap on parents is 'Never';
create table children (
  a integer, b integer, parent bigint, tenant uuid, other bigint references parents on delete cascade on update set null,
  named bigint constraint my_name references parents deferrable,
  code text references parents (code), kind text check (kind in ('a', 'b', 'it''s')), sized varchar(5) check (sized in ('x', 'y')),
  defaulted text default 'z' check (defaulted in ('x', 'y')),
  primary key (b, a),
  constraint child_parent foreign key (tenant, parent) references parents (tenant, id)
    match full on delete set null on update cascade deferrable initially deferred,
  self_a integer, self_b integer, foreign key (self_b, self_a) references children,
  self bigint unique references children (self)
);
comment on constraint my_name on children is 'Mine';
alter table children add constraint later foreign key (parent) references parents on delete set null (parent) not valid;
alter table children add constraint later_check check (b > 0) not valid;
comment on constraint later_check on children is 'Later';
create index on children (named);
create table short_name (id integer constraint short_name_id_check check (id > 0));
create table short (name_id integer constraint short_name_id_check check (name_id > 0));
create table a_very_long_name_of_a_table_that_goes_on_and_on_and_on (a_very_long_name_of_a_column_that_goes_on integer unique references parents);
