-- from 18
create table v (a integer, b integer generated always as (a * 2), c integer generated always as (a * 3) stored);
