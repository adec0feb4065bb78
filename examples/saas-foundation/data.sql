-- Rows for the live tests. The profiles are made by the trigger on auth.users.
insert into auth.users (id, email, raw_user_meta_data) values
  ('00000000-0000-4000-8000-0000000000a1', 'alice@example.com', '{"full_name": "Alice", "avatar_url": "https://example.com/a.png"}'),
  ('00000000-0000-4000-8000-0000000000b1', 'bob@example.com', '{"name": "Bob"}'),
  ('00000000-0000-4000-8000-0000000000c1', 'carol@example.com', '{}');

set role service_role;
insert into public.subscriptions (id, user_id, stripe_subscription_id, stripe_customer_id, tier, status, current_period_start, current_period_end) values
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000a1', 'sub_a', 'cus_a', 'pro', 'active', '2026-01-01', '2026-02-01'),
  ('00000000-0000-4000-8000-0000000000b2', '00000000-0000-4000-8000-0000000000b1', 'sub_b', 'cus_b', 'studio', 'past_due', '2026-01-01', '2026-02-01');
insert into public.jobs (id, user_id, job_type, status, progress, result) values
  ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000a1', 'render', 'completed', 100, '{"frames": 12}'),
  ('00000000-0000-4000-8000-0000000000b3', '00000000-0000-4000-8000-0000000000b1', 'render', 'queued', 0, null);
insert into public.assets (id, job_id, user_id, asset_type, url, storage_path, file_size) values
  ('00000000-0000-4000-8000-0000000000a4', '00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000a1', 'video', 'https://example.com/1', 'a/1.mp4', 1024),
  ('00000000-0000-4000-8000-0000000000b4', '00000000-0000-4000-8000-0000000000b3', '00000000-0000-4000-8000-0000000000b1', 'video', 'https://example.com/2', 'b/1.mp4', 2048);
insert into public.subscription_audit (id, subscription_id, user_id, action, stripe_event_id) values
  ('00000000-0000-4000-8000-0000000000a5', '00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000a1', 'created', 'evt_1'),
  ('00000000-0000-4000-8000-0000000000b5', '00000000-0000-4000-8000-0000000000b2', '00000000-0000-4000-8000-0000000000b1', 'created', 'evt_2');
reset role;
