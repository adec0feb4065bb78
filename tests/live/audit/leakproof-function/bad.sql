-- finds: function public.peek(text)
-- superuser
create function peek(text) returns boolean language plpgsql leakproof as 'begin raise notice ''%'', $1; return true; end';
