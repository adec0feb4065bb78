-- The SaaS foundation's own policies and Supabase's default privileges, in place of what the model compiles to.
do $$
declare p record;
begin
  for p in select * from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
  end loop;
  for p in select t.tgname, t.tgrelid::regclass as relation from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgname like '\_%' and not t.tgisinternal and c.relnamespace = 'public'::regnamespace loop
    execute format('drop trigger %I on %s', p.tgname, p.relation);
  end loop;
end $$;
grant all on all tables in schema public to anon, authenticated;
create policy own_profile_read on public.users for select using (auth.uid() = id);
create policy own_profile_update on public.users for update using (auth.uid() = id) with check (auth.uid() = id);
create policy service_users on public.users for all using (auth.jwt() ->> 'role' = 'service_role');
create policy own_subscription on public.subscriptions for select using (auth.uid() = user_id);
create policy service_subscriptions on public.subscriptions for all using (auth.jwt() ->> 'role' = 'service_role');
create policy own_jobs on public.jobs for select using (auth.uid() = user_id);
create policy own_jobs_create on public.jobs for insert with check (auth.uid() = user_id);
create policy service_jobs on public.jobs for all using (auth.jwt() ->> 'role' = 'service_role');
create policy own_assets on public.assets for select using (auth.uid() = user_id);
create policy service_assets on public.assets for all using (auth.jwt() ->> 'role' = 'service_role');
create policy own_audit on public.subscription_audit for select using (auth.uid() = user_id);
