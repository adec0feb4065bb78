-- Runs each statement as its caller in a subtransaction that is always rolled back, and says what happened:
-- rows touched, what the statement or the look from outside (`after`) returned, or the error.
create function pg_temp.schemagen_probe(setups text[], statements text[], fetches boolean[], after text[])
returns table (touched bigint, result text, state text, message text)
language plpgsql as $$
begin
  for i in 1 .. coalesce(array_length(statements, 1), 0) loop
    touched := 0; result := null; state := null; message := null;
    begin
      execute setups[i];
      if fetches[i] then
        execute statements[i] into result;
      else
        execute statements[i];
      end if;
      get diagnostics touched = row_count;
      if after[i] is not null then
        perform set_config('role', 'none', true);
        set constraints all immediate;
        execute after[i] into result;
      end if;
      raise exception using errcode = 'SG000';
    exception
      when sqlstate 'SG000' then null;
      when others then
        get stacked diagnostics state = returned_sqlstate, message = message_text;
        touched := 0; result := null;
    end;
    return next;
  end loop;
end
$$;
