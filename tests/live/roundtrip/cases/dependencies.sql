-- What hangs together: views on functions on tables, cycles, domains on domains, defaults that call functions.
create schema app;
create type app.level as enum ('one', 'two');
create domain app.base as text check (length(value) < 100);
create domain app.middle as app.base not null constraint not_empty check (value <> '') default 'm';
create domain app.top as app.middle check (value !~ 'x');
create domain app.list as app.level[] default '{one}';
create function app.next_code() returns text language plpgsql as $$begin return (select count(*)::text from app.people); end$$;
create function app.is_fine(t text) returns boolean language sql immutable as 'select $1 <> ''bad''';
create table app.people (
  id integer primary key, boss integer references app.people, team integer, code text default app.next_code() check (app.is_fine(code)),
  level app.level not null default 'two', levels app.level[] default array['one', 'two']::app.level[], top app.top, list app.list,
  lower_code text generated always as (lower(code)) stored);
create table app.teams (id integer primary key, lead integer references app.people on delete set null, other integer);
alter table app.people add constraint people_team foreign key (team) references app.teams deferrable initially deferred;
alter table app.teams add constraint self foreign key (other) references app.teams (id) on update cascade on delete set default;
create function app.members(team integer) returns setof app.people language sql stable as 'select * from app.people p where p.team = $1';
create view app.first as select id, lead from app.teams;
create view app.second as select f.id, m.code from app.first f cross join lateral app.members(f.id) m;
create function app.summed() returns bigint language sql stable begin atomic select count(*) from app.second; end;
create view app.third as select app.summed() as n, s.* from app.second s;
create materialized view app.fourth as select * from app.third with no data;
create unique index on app.fourth (id);
create view app.fifth as select * from app.fourth;
create recursive view app.chain (id, depth) as select id, 1 from app.people where boss is null union all select p.id, c.depth + 1 from app.people p join chain c on c.id = p.boss;
create view app.checked as select * from app.people where level = 'one' with cascaded check option;
create view app.checked_more with (security_barrier) as select * from app.checked where id > 1 with local check option;
create function app.row_of(app.first) returns integer language sql as 'select $1.id';
create function app.of_view() returns setof app.third language sql as 'select * from app.third';
create table app.of_result (p app.people, l app.level default 'one', s integer default app.summed());
create trigger upd instead of update on app.first for each row execute function suppress_redundant_updates_trigger();
create policy level_policy on app.people using (exists (select from app.second s where s.id = people.id) and app.is_fine(code));
create view app.as_function as select app.row_of(f) from app.first f;
create view app.with_cte as with recursive t(n) as (values (1) union all select n + 1 from t where n < 3), u as materialized (select 1 as x) select n, x from t, u;
create view app.windowed as select id, row_number() over (partition by team order by id desc nulls last) as r, sum(id) filter (where id > 1) as s, array_agg(code order by code) as codes from app.people group by id, team;
create view app.unioned as select 1 as a, 'x' as b union select 2, 'y' intersect select 3, 'z' order by 1 desc limit 5;
create view app.grouped as select team, level, grouping(team) as g from app.people group by grouping sets ((team), (level), ());
create view app.sampled as select * from app.people tablesample system (10) repeatable (1);
create view app.ordinal as select * from unnest(array['a', 'b']) with ordinality as u (word, place), rows from (generate_series(1, 2), generate_series(3, 4)) as r (a, b);
create view app.casts as select id::text as "Text", '2020-01-01'::date as d, interval '1 day' as i, row(1, 'x')::text as r, array[1, 2] as a, (boss is null) as top, case when id > 1 then 'a' else 'b' end as c, team in (1, 2) as inn, code like '%x\%' as l, code similar to 'x' as s, level = any (array['one', 'two']::app.level[]) as lv from app.people;
create view app.empty as select;
