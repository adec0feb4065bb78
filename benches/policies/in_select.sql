-- The form that all five source documents use.
do $$
declare
  found record;
begin
  for found in select schemaname, tablename, policyname from pg_catalog.pg_policies
               where schemaname = 'public' and tablename in ('contents', 'tags', 'marks') loop
    execute format('drop policy %I on %I.%I', found.policyname, found.schemaname, found.tablename);
  end loop;
end $$;
create policy by_project on public.contents to authenticated
  using (project_id in (select id from public.projects where account_id = auth.uid()));
create policy by_content on public.tags to authenticated
  using (content_id in (select id from public.contents where project_id in (
    select id from public.projects where account_id = auth.uid())));
create policy by_tag on public.marks to authenticated
  using (tag_id in (select id from public.tags where content_id in (
    select id from public.contents where project_id in (
      select id from public.projects where account_id = auth.uid()))));
