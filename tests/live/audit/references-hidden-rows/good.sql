create table customers (id uuid primary key);
alter table customers enable row level security;
revoke all on customers from anon, authenticated;
create table orders (id int primary key, customer uuid references customers);
alter table orders enable row level security;
