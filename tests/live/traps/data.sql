insert into auth.users (id) select format('00000000-0000-4000-8000-0000000000%s1', letter)::uuid from unnest('{a,b,c}'::text[]) as letter;
insert into public.projects (id, user_id) values
  (1, '00000000-0000-4000-8000-0000000000a1'), (2, '00000000-0000-4000-8000-0000000000b1');
insert into public.drafts (id) values (1);
insert into public.notes (id, project_id, published, deleted_at) values
  (1, 1, false, null), (2, 2, false, null), (3, 1, true, null), (4, 1, true, now());
insert into public.documents (id, project_id) values (1, 1), (2, 2);
insert into public.articles (id, author_id, editor_id) values
  (1, '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a1');
insert into public.events (id, user_id, at) values
  (1, '00000000-0000-4000-8000-0000000000a1', '2026-02-01'), (2, '00000000-0000-4000-8000-0000000000b1', '2026-02-01');
insert into public.teams (id) values (1);
insert into public.members (team_id, user_id, role) values
  (1, '00000000-0000-4000-8000-0000000000a1', 'owner'), (1, '00000000-0000-4000-8000-0000000000b1', 'member');
insert into public.labels (id, user_id, name) values (1, '00000000-0000-4000-8000-0000000000a1', 'hers');
update public.notes set title = 'hers' where id = 1;
-- Any caller may make functions of his own where he may create at all; this stands for one.
create function public.spy(text) returns boolean language plpgsql cost 0.0001 as
  $$ begin if $1 = 'hers' then raise exception 'seen: %', $1; end if; return true; end $$;
refresh materialized view public.note_titles;
insert into public.offers (id, user_id, agent_id) values
  (1, '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000b1');
insert into public.files (id, user_id) values (1, '00000000-0000-4000-8000-0000000000a1');
insert into public.file_shares (file_id, user_id, deleted_at) values (1, '00000000-0000-4000-8000-0000000000b1', now());
insert into public.squads (id, team_id) values (1, 1);
insert into public.squad_members (squad_id, user_id, deleted_at) values
  (1, '00000000-0000-4000-8000-0000000000a1', null), (1, '00000000-0000-4000-8000-0000000000c1', now());
