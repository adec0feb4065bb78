-- A shop that closes columns by grants: what is not granted nobody reads; orders by parent chain.
create schema shop;
grant usage on schema shop to anon, authenticated, service_role;

create table shop.products (
  id integer generated always as identity primary key,
  sku text not null,
  name text not null,
  price numeric(10, 2) not null check (price >= 0),
  purchase_price numeric(10, 2),
  active boolean not null default true,
  constraint products_sku unique (sku)
);
create table shop.customers (
  user_id uuid primary key references auth.users (id) on delete cascade,
  name text not null,
  phone text,
  credit_limit numeric(10, 2) not null default 0,
  notes text
);
create table shop.orders (
  id bigint generated always as identity primary key,
  customer_id uuid not null default auth.uid() references shop.customers (user_id),
  placed_at timestamptz not null default now(),
  status text not null default 'open' check (status in ('open', 'paid', 'shipped', 'cancelled')),
  total numeric(12, 2) not null default 0
);
create index orders_customer on shop.orders (customer_id);
create table shop.order_items (
  id bigint generated always as identity primary key,
  order_id bigint not null references shop.orders (id) on delete cascade,
  product_id integer not null references shop.products (id),
  quantity integer not null default 1 check (quantity > 0),
  price numeric(10, 2) not null,
  subtotal numeric generated always as (quantity * price) stored
);
create index order_items_order on shop.order_items (order_id);
create index order_items_product on shop.order_items (product_id);

alter table shop.products enable row level security;
alter table shop.customers enable row level security;
alter table shop.orders enable row level security;
alter table shop.order_items enable row level security;
alter table shop.order_items force row level security;

grant select (id, sku, name, price, active) on shop.products to anon, authenticated;
grant select (user_id, name, phone), insert (user_id, name, phone), update (name, phone) on shop.customers to authenticated;
grant select, insert (customer_id), update (status) on shop.orders to authenticated;
grant select, insert (order_id, product_id, quantity, price), delete on shop.order_items to authenticated;
grant all on all tables in schema shop to service_role;
grant usage on all sequences in schema shop to authenticated, service_role;

create policy active_products on shop.products for select to anon, authenticated using (active);
create policy own_customer on shop.customers to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy own_orders on shop.orders for select to authenticated using (customer_id = (select auth.uid()));
create policy place_orders on shop.orders for insert to authenticated with check (customer_id = (select auth.uid()));
create policy cancel_orders on shop.orders for update to authenticated
  using (customer_id = (select auth.uid()) and status = 'open') with check (status in ('open', 'cancelled'));
create policy own_items on shop.order_items for select to authenticated using (
  order_id = any (array(select o.id from shop.orders o where o.customer_id = (select auth.uid())))
);
create policy add_items on shop.order_items for insert to authenticated with check (
  exists (select from shop.orders o where o.id = order_id and o.customer_id = (select auth.uid()) and o.status = 'open')
);
create policy drop_items on shop.order_items for delete to authenticated using (
  order_id in (select o.id from shop.orders o where o.customer_id = (select auth.uid()) and o.status = 'open')
);

create function shop.place_order(items jsonb) returns bigint
language plpgsql security invoker set search_path = '' as $$
declare
  placed bigint;
begin
  insert into shop.orders default values returning id into placed;
  insert into shop.order_items (order_id, product_id, quantity, price)
  select placed, p.id, (item ->> 'quantity')::integer, p.price
  from jsonb_array_elements(items) item join shop.products p on p.id = (item ->> 'product')::integer;
  return placed;
end;
$$;
revoke execute on function shop.place_order(jsonb) from public;
grant execute on function shop.place_order(jsonb) to authenticated;
