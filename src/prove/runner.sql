-- Runs each statement as its caller in a subtransaction that is always rolled back, and says what happened:
-- rows touched, what the statement or the look from outside (`after`) returned, or the error. Who asks several
-- times in a row is made the caller once. What is done `before` is done past all triggers and keys.
create function pg_temp.schemagen_probe(setups text[], before text[], statements text[], fetches boolean[], after text[])
returns table (touched bigint, result text, state text, message text)
language plpgsql as $$
declare
  place int := 1;
  last int := coalesce(array_length(statements, 1), 0);
  caller text;
begin
  while place <= last loop
    caller := setups[place];
    begin
      execute caller;
      while place <= last and setups[place] = caller loop
        touched := 0; result := null; state := null; message := null;
        begin
          if before[place] is not null then
            perform pg_catalog.set_config('role', 'none', true), pg_catalog.set_config('session_replication_role', 'replica', true);
            execute before[place];
            perform pg_catalog.set_config('session_replication_role', 'origin', true);
            execute caller;
          end if;
          if fetches[place] then
            execute statements[place] into result;
          else
            execute statements[place];
          end if;
          get diagnostics touched = row_count;
          if after[place] is not null then
            perform pg_catalog.set_config('role', 'none', true);
            set constraints all immediate;
            execute after[place] into result;
          end if;
          raise exception using errcode = 'SG000';
        exception
          when sqlstate 'SG000' then null;
          when others then
            get stacked diagnostics state = returned_sqlstate, message = message_text;
            touched := 0; result := null;
        end;
        return next;
        place := place + 1;
      end loop;
      raise exception using errcode = 'SG001';
    exception
      when sqlstate 'SG001' then null;
      when others then
        -- Nobody could be made this caller: that is the answer to what he wanted.
        get stacked diagnostics state = returned_sqlstate, message = message_text;
        touched := 0; result := null;
        return next;
        place := place + 1;
    end;
  end loop;
end
$$;
