-- from 18
create extension btree_gist;
create table p (id integer, valid daterange, primary key (id, valid without overlaps));
create table c (id integer, valid daterange, foreign key (id, period valid) references p (id, period valid));
create table e (a integer, constraint soft check (a > 0) not enforced);
