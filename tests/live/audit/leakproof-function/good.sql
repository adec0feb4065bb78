create function peek(text) returns boolean language plpgsql as 'begin return true; end';
