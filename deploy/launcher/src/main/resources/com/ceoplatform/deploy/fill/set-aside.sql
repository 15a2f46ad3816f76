-- Indexes are made faster at once than row by row. What keeps keys unique stays, and so does what a service looks into every
-- few seconds.
CREATE SCHEMA IF NOT EXISTS fill_indexes;
CREATE TABLE IF NOT EXISTS fill_indexes.set_aside (name text PRIMARY KEY, definition text NOT NULL);
DO $$
DECLARE
    index record;
BEGIN
    FOR index IN
        SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
        FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
        WHERE (n.nspname, t.relname) IN (('task', 'task'), ('task', 'task_assignee'), ('message', 'message'))
            AND NOT i.indisprimary AND pg_get_indexdef(i.indexrelid) NOT LIKE '%alarm_at%'
    LOOP
        INSERT INTO fill_indexes.set_aside VALUES (index.name, index.definition);
        EXECUTE 'DROP INDEX ' || index.name;
    END LOOP;
END
$$;
