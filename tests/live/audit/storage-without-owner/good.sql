create policy add on storage.objects for insert to authenticated with check (bucket_id = 'documents');
create policy remove on storage.objects for delete to authenticated
  using (bucket_id = 'documents' and (storage.foldername(name))[1] = (select auth.uid())::text);
create policy change on storage.objects for update to authenticated using (bucket_id = 'shared');
create policy mine on storage.objects as restrictive for update to authenticated using (owner_id = (select auth.uid())::text);
