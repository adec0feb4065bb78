-- superuser
insert into storage.buckets (id, name, public) values ('avatars', 'avatars', true), ('papers', 'papers', false);
create policy files on storage.objects for select to authenticated using (bucket_id = 'avatars' and owner = (select auth.uid()));
create policy papers on storage.objects for select to authenticated using (bucket_id = 'papers');
