create type mood as enum ('low', 'a b', '');
create domain label as text;
create domain feeling as mood;
create table d (
  a mood default 'a b', b mood default '', c label default 'x y', e feeling default 'low', f varchar default '#', g varchar(9) default '- x',
  h text default ': x', i text default '{}', j text default '[a]', k text default 'null', l text default '~', m text default ' lead', n text default 'trail ',
  o text default E'two\nlines', p text default E'tab\tbed', q text default E'back\\slash', r text default 'yes', s text default '1.10',
  t text default 'a # b', u text default 'a: b', v text default '?', w text default '''', x text default 'x''', y text default '"', z text default '%',
  aa jsonb default '{"a": [1, "x"]}', ab jsonb default 'null', ac jsonb default '1', ad json default '[]', ae jsonb default '"x"',
  af text[] default '{a,"b c",NULL}', ag mood[] default '{low}', ah integer[] default array[1, 2], ai integer default -1, aj bigint default 10000000000,
  ak numeric default -1.5, al date default '2026-01-01', am timestamptz default '2026-01-01 00:00:00+00', an interval default '1 day', ao bytea default '\x00ff',
  ap boolean default false, aq uuid default '00000000-0000-0000-0000-000000000000', ar double precision default 'NaN', at integer default (1 + 2) * 3,
  au timestamptz default (now() at time zone 'utc'), av text default upper('x') || 'y', aw text default current_setting('a.b', true), ax inet default '::1',
  ay bit(3) default b'101', az money default 1.5, ba tsvector default 'a b', bb int4range default '[1,2)', bc regclass default 'd'::regclass, bd char(2) default 'é'
);
create domain brief as varchar(4);
create table lengths (
  a varchar(9) default '', b varchar(9) default 'x'::varchar(9), c varchar(9) default 'x'::varchar(3), d char(3) default 'ab', e char default 'y',
  f varchar(5)[] default '{}', g numeric(10,2)[] default '{}', h brief default 'z', i varchar(9) default 'xyz'::char(2), j name default 'n', k varchar(9) default lower('X'), l bpchar default 'x'
);
create table bits (a bit(3) default b'101', b bit default b'1', c varbit(4) default b'11', d bit(3)[] default '{101}', e "char" default 'x', f char(2)[] default '{a,b}', g timestamp(3)[] default '{}');
