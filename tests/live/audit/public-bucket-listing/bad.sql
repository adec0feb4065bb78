-- superuser
-- finds: policy files on storage.objects
insert into storage.buckets (id, name, public) values ('avatars', 'avatars', true);
create policy files on storage.objects for select to anon using (bucket_id = 'avatars');
