create table contacts (id int primary key, person uuid references auth.users);
