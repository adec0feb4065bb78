-- hole: a view with its owner's rights shows all orders
-- finds: error[view-without-invoker] view public.order_totals
create table orders (id uuid primary key default gen_random_uuid(), buyer_id uuid not null references auth.users, cents bigint not null);
create index on orders (buyer_id);
alter table orders enable row level security;
create policy own on orders for all to authenticated using (buyer_id = (select auth.uid()));
create view order_totals as select buyer_id, sum(cents) as cents from orders group by buyer_id;
create view my_orders with (security_invoker = true) as select id, cents from orders;
-- for the server alone
create view all_orders as select * from orders;
revoke all on all_orders from anon, authenticated;
create table catalogue (id int primary key, title text not null);
alter table catalogue enable row level security;
create policy everybody on catalogue for select to anon, authenticated using (true);
create view titles with (security_invoker = on, security_barrier = on) as select title from catalogue;
