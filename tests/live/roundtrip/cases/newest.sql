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
create domain required as text constraint must not null;
comment on constraint must on domain required is 'Must';
create domain usual as text not null;
alter domain usual add constraint late check (value <> '') not valid;
create domain "odd '%s' $do$ name" as text constraint "odd '%s' $do$ rule" not null;
create domain a_name_of_more_than_fifty_bytes_so_that_it_must_be_shortened_it as text not null;
create table "odd '%s' $do$ table" (a text constraint "odd '%s' $do$ rule" not null);
comment on constraint "odd '%s' $do$ rule" on "odd '%s' $do$ table" is 'It''s $do$ odd';
