-- Alice owns A, Dave administers it, Bob is a member, Carol a viewer, Erin was asked. Bob owns B. Frank is staff.
insert into auth.users (id, email) values
  ('00000000-0000-4000-8000-0000000000a1', 'alice@example.com'),
  ('00000000-0000-4000-8000-0000000000b1', 'bob@example.com'),
  ('00000000-0000-4000-8000-0000000000c1', 'carol@example.com'),
  ('00000000-0000-4000-8000-0000000000d1', 'dave@example.com'),
  ('00000000-0000-4000-8000-0000000000e1', 'erin@example.com'),
  ('00000000-0000-4000-8000-0000000000f1', 'frank@example.com');

set role service_role;
insert into public.users (id, email, name) values
  ('00000000-0000-4000-8000-0000000000a1', 'alice@example.com', 'Alice'),
  ('00000000-0000-4000-8000-0000000000b1', 'bob@example.com', 'Bob'),
  ('00000000-0000-4000-8000-0000000000c1', 'carol@example.com', 'Carol'),
  ('00000000-0000-4000-8000-0000000000d1', 'dave@example.com', 'Dave'),
  ('00000000-0000-4000-8000-0000000000e1', 'erin@example.com', 'Erin'),
  ('00000000-0000-4000-8000-0000000000f1', 'frank@example.com', 'Frank');
insert into public.staff_members (user_id) values ('00000000-0000-4000-8000-0000000000f1');
insert into public.organizations (id, name) values ('00000000-0000-4000-8000-00000000a000', 'A'), ('00000000-0000-4000-8000-00000000b000', 'B');
insert into public.memberships (organization_id, user_id, role, accepted_at) values
  ('00000000-0000-4000-8000-00000000a000', '00000000-0000-4000-8000-0000000000a1', 'owner', '2026-01-01'),
  ('00000000-0000-4000-8000-00000000a000', '00000000-0000-4000-8000-0000000000d1', 'admin', '2026-01-01'),
  ('00000000-0000-4000-8000-00000000a000', '00000000-0000-4000-8000-0000000000b1', 'member', '2026-01-01'),
  ('00000000-0000-4000-8000-00000000a000', '00000000-0000-4000-8000-0000000000c1', 'viewer', '2026-01-01'),
  ('00000000-0000-4000-8000-00000000a000', '00000000-0000-4000-8000-0000000000e1', 'member', null),
  ('00000000-0000-4000-8000-00000000b000', '00000000-0000-4000-8000-0000000000b1', 'owner', '2026-01-01');
insert into public.projects (id, organization_id, name, is_public, locked, secret) values
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-00000000a000', 'one', false, false, 'hush'),
  ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-00000000a000', 'two', false, true, 'hush'),
  ('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-00000000a000', 'three', true, false, 'hush'),
  ('00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-00000000b000', 'four', false, false, 'hush');
insert into public.project_shares (project_id, user_id) values ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000f1');
insert into public.tasks (project_id, assignee_id, title) values
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000f1', 't1'), ('00000000-0000-4000-8000-000000000003', null, 't2'), ('00000000-0000-4000-8000-000000000004', null, 't4');
insert into public.comments (task_id, author_id, body) select id, '00000000-0000-4000-8000-0000000000b1', 'on t4' from public.tasks where title = 't4';
insert into public.comments (task_id, author_id, body) select id, '00000000-0000-4000-8000-0000000000a1', 'on t2' from public.tasks where title = 't2';
insert into public.invoices (organization_id, amount) values ('00000000-0000-4000-8000-00000000a000', 100);
insert into public.files (id, user_id, organization_id, path) values
  ('00000000-0000-4000-8000-0000000000f1', '00000000-0000-4000-8000-0000000000a1', null, '1'), ('00000000-0000-4000-8000-0000000000f2', null, '00000000-0000-4000-8000-00000000a000', '2'), ('00000000-0000-4000-8000-0000000000f3', '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-00000000a000', '3');
reset role;
