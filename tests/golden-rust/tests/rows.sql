insert into auth.users (id) values ('11111111-1111-4111-8111-111111111111');
insert into public.people (id, user_id, tier, home, homes, preferences, history) values
  ('11111111-1111-4111-8111-111111111111', '11111111-1111-4111-8111-111111111111', 'studio',
   row('Main', 12345, array['sad', 'it''s ok']::public.mood[])::public.address,
   array[row('Main', 12345, array['sad', 'it''s ok']::public.mood[])::public.address],
   '{"dark": true}', '[{"field": "name"}]');
insert into public.everything (
  person_id, a_boolean, a_smallint, an_integer, a_bigint, a_real, a_double, a_numeric, a_money, a_text, a_varchar,
  a_char, a_citext, a_name, a_uuid, a_bytea, a_date, a_time, a_timetz, a_timestamp, a_timestamptz, an_interval, a_json,
  a_jsonb, an_inet, a_cidr, a_macaddr, a_bit, a_varbit, an_int4range, a_tstzmultirange, a_tsvector, a_tsquery, an_ltree,
  an_xml, a_jsonpath, a_regclass, an_oid, an_hstore, a_mood, a_tier, a_slug, a_required_slug, some_marks, an_address,
  texts, matrix, moods, slugs, intervals, documents
) values (
  '11111111-1111-4111-8111-111111111111', true, 1, 21, 3, 1.5, 2.5, 1234.5, '1234.50', 'text', 'varchar',
  'abc', 'CiText', 'name', '22222222-2222-4222-8222-222222222222', '\x0102ff', '2026-01-02', '03:04:05',
  '03:04:05+01', '2026-01-02 03:04:05', '2026-01-02 03:04:05+00', '1 month 2 hours', '{"a": 1}',
  '{"a": [1, null]}', '10.0.0.1/8', '10.0.0.0/8', '08:00:2b:01:02:03', '101', '1', '[1,5)', '{[2026-01-01,2026-02-01)}',
  'fat cat', 'fat & cat', 'a.b.c', '<a/>', '$.a', 'public.people', 42, 'a=>1, b=>NULL', 'very happy', 'pro', 'slug', 'a-b',
  '{1,2}', row('Side', 1, null)::public.address, '{a,b}', '{1,2}', array['type', '2nd', '*/']::public.mood[], '{a,b}',
  array['1 second', '1 day']::interval[], array['{"a": 1}', '[]']::jsonb[]
);
insert into public."select" values ('t', 'g', 's', 'c', '1', 'a b', 'a_b', 'q', 'e', 'ö', 'p', 'k', 'x');
insert into public."Option" values (1, 's');
