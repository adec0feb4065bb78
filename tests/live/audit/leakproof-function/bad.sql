-- finds: function public.peek(text)
-- because: the planner may run it on rows that the policy hides; whatever it raises or logs shows them
-- superuser
create function peek(text) returns boolean language plpgsql leakproof as 'begin raise notice ''%'', $1; return true; end';
