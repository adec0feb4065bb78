-- Development data. Users come through the auth schema, whose trigger gives each of them a profile.
insert into auth.users (id, email, raw_user_meta_data) values
  ('10000000-0000-4000-8000-000000000001', 'free@example.com', '{"name": "Freya Free"}'),
  ('10000000-0000-4000-8000-000000000002', 'pro@example.com', '{"name": "Priya Pro"}')
on conflict do nothing;
insert into public.subscriptions
  (user_id, stripe_subscription_id, stripe_customer_id, tier, status, current_period_start, current_period_end)
values
  ('10000000-0000-4000-8000-000000000002', 'sub_test123', 'cus_test123', 'pro', 'active', now(), now() + interval '30 days')
on conflict do nothing;
