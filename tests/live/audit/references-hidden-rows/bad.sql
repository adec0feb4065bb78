-- finds: foreign key orders_customer_fkey on public.orders
-- because: its errors tell which rows of public.customers exist, which callers may not read
create table customers (id int primary key);
alter table customers enable row level security;
revoke all on customers from anon, authenticated;
create table orders (id int primary key, customer int references customers);
alter table orders enable row level security;
