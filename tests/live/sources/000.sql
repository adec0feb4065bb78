-- CreatorOS's own policies on its content tables, in place of what the model compiles to there.
do $$
declare p record;
begin
  for p in select * from pg_policies where schemaname = 'public'
    and tablename in ('content_projects', 'contents', 'audience_profiles', 'content_minds', 'content_tags') loop
    execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
  end loop;
end $$;
create policy projects_mine on public.content_projects for all to authenticated
  using (creator_mind_id = public.current_mind_id()) with check (creator_mind_id = public.current_mind_id());
create policy projects_as_persona on public.content_projects for select to authenticated
  using (persona_mind_id = public.current_mind_id());
create policy contents_by_project on public.contents for all to authenticated
  using (project_id in (select id from public.content_projects where creator_mind_id = public.current_mind_id()))
  with check (project_id in (select id from public.content_projects where creator_mind_id = public.current_mind_id()));
create policy contents_published on public.contents for select to authenticated
  using (status = 'published' and deleted_at is null);
create policy audience_by_project on public.audience_profiles for all to authenticated
  using (project_id in (select id from public.content_projects where creator_mind_id = public.current_mind_id()));
create policy minds_by_content on public.content_minds for all to authenticated
  using (content_id in (select id from public.contents where project_id in
    (select id from public.content_projects where creator_mind_id = public.current_mind_id())));
create policy tags_by_content on public.content_tags for all to authenticated
  using (content_id in (select id from public.contents where project_id in
    (select id from public.content_projects where creator_mind_id = public.current_mind_id())));
