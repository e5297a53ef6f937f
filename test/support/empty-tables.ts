/** Up to this number of pages, the planner estimates a table without statistics as it does a new one. */
const mostPages = 10

/**
 * A statement that deletes all rows, for a superuser. To truncate a table takes longer than to delete a few rows,
 * because it gets new files, as do its indexes and all tables that refer to it.
 */
export const emptyTables = `do $$ declare named text; large text; begin
  select string_agg(format('%I', relname), ', ') into large from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migrations'
    and (reltuples >= 0 or pg_relation_size(oid) > ${mostPages} * current_setting('block_size')::integer);
  if large is not null then execute format('truncate %s cascade', large); end if;
  -- Without the triggers that check references.
  set local session_replication_role = replica;
  for named in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations' loop
    execute format('delete from %I', named);
  end loop;
end $$`
