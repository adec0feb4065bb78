-- Enough rows for a plan to matter: 6,000 users, whose profiles come by trigger, with jobs and assets.
insert into auth.users (id, email) select md5('u' || n)::uuid, 'user-' || n || '@example.org' from generate_series(1, 6000) n;
insert into public.subscriptions (user_id, stripe_subscription_id, stripe_customer_id, tier, status, current_period_start, current_period_end)
select md5('u' || n)::uuid, 'sub-' || n, 'cus-' || n, 'pro', 'active', now(), now() from generate_series(1, 6000) n;
insert into public.jobs (id, user_id, job_type)
select md5('j' || n)::uuid, md5('u' || 1 + n % 6000)::uuid, 'render' from generate_series(1, 20000) n;
insert into public.assets (job_id, user_id, asset_type, url, storage_path, file_size)
select md5('j' || n)::uuid, md5('u' || 1 + n % 6000)::uuid, 'video', 'x', 'x', 1 from generate_series(1, 20000) n;
insert into public.subscription_audit (user_id, action)
select md5('u' || n)::uuid, 'created' from generate_series(1, 6000) n;
