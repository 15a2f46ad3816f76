-- How many tasks there are, counted as they change, so that reports on a million tasks read some hundred rows. A tally is about
-- an audience: tasks of public channels, tasks of other channels that the CEO sees, and tasks without a channel. What only few
-- see beside those is little, and counted from the tasks themselves. Tasks of direct conversations are in no tally.
--
-- department: '' counts everything; otherwise tasks that somebody of the department created or is assigned to
-- user_id:    null counts everything; otherwise tasks that this person is assigned to
-- measure:    STATUS, PRIORITY and UNASSIGNED (what is open), DUE (open, by day), CREATED and COMPLETED (by day), and of
--             people OPEN, STATUS, URGENT, DUE and COMPLETED (the last days only). Days are those of UTC.
CREATE TABLE task_tally (
    audience   text   NOT NULL CHECK (audience IN ('PUBLIC', 'CLOSED', 'FREE')),
    department text   NOT NULL,
    user_id    uuid,
    measure    text   NOT NULL,
    value      text   NOT NULL,
    day        date,
    tasks      bigint NOT NULL,
    CONSTRAINT task_tally_key UNIQUE NULLS NOT DISTINCT (user_id, measure, department, audience, value, day)
);

CREATE INDEX task_tally_figures ON task_tally (department, measure, day, audience) INCLUDE (value, tasks)
    WHERE user_id IS NULL;
CREATE INDEX task_tally_open ON task_tally (department, audience, user_id) INCLUDE (tasks) WHERE measure = 'OPEN';
CREATE INDEX task_tally_done ON task_tally (day) WHERE measure = 'COMPLETED' AND user_id IS NOT NULL;
CREATE INDEX task_tally_nothing ON task_tally (measure) WHERE tasks = 0;

-- Changes are only added here, so that nobody waits for anybody who counts the same; now and then they are put into the tallies.
CREATE TABLE task_tally_change (
    audience   text   NOT NULL,
    department text   NOT NULL,
    user_id    uuid,
    measure    text   NOT NULL,
    value      text   NOT NULL,
    day        date,
    tasks      bigint NOT NULL
);

CREATE VIEW task_tallies AS
SELECT audience, department, user_id, measure, value, day, tasks FROM task_tally
UNION ALL
SELECT audience, department, user_id, measure, value, day, tasks FROM task_tally_change;

-- The audience of a channel; what is not known yet is taken for closed.
CREATE FUNCTION channel_audience(type text, privacy text) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN type = 'direct' THEN NULL WHEN privacy = 'public' THEN 'PUBLIC' ELSE 'CLOSED' END;

CREATE FUNCTION task_audience(channel uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
    found_audience text;
BEGIN
    IF channel IS NULL THEN
        RETURN 'FREE';
    END IF;
    SELECT channel_audience(c.type, c.privacy) INTO found_audience FROM directory_channel c WHERE c.id = channel;
    RETURN CASE WHEN FOUND THEN found_audience ELSE 'CLOSED' END;
END
$$;

-- The departments of those who created a task or do it; of one of these people the department is given.
CREATE FUNCTION task_departments(creator uuid, assignees uuid[], person uuid, persons_department text)
    RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT d.department), '{}')
    FROM (SELECT CASE WHEN p.id = person THEN persons_department ELSE p.department END AS department
          FROM directory_person p WHERE p.id = creator OR p.id = ANY (assignees)) d
    WHERE d.department <> ''
$$;

-- What one task counts for.
CREATE FUNCTION task_counts(audience text, departments text[], t task)
    RETURNS TABLE (department text, user_id uuid, measure text, value text, day date) LANGUAGE sql STABLE AS $$
    SELECT d.department, NULL::uuid, m.measure, m.value, m.day
    FROM unnest(array_prepend('', departments)) d (department),
        (VALUES ('STATUS', t.status, NULL::date, true),
                ('PRIORITY', t.priority, NULL, t.status NOT IN ('COMPLETED', 'CANCELLED')),
                ('UNASSIGNED', '', NULL, t.status NOT IN ('COMPLETED', 'CANCELLED') AND t.assignee_ids = '{}'),
                ('DUE', '', (t.due_at AT TIME ZONE 'UTC')::date,
                    t.status NOT IN ('COMPLETED', 'CANCELLED') AND t.due_at IS NOT NULL),
                ('CREATED', '', (t.created_at AT TIME ZONE 'UTC')::date, true),
                ('COMPLETED', '', (t.completed_at AT TIME ZONE 'UTC')::date, t.completed_at IS NOT NULL)
        ) m (measure, value, day, counts)
    WHERE m.counts AND audience IS NOT NULL AND t.deleted_at IS NULL
    UNION ALL
    SELECT d.department, a.user_id, m.measure, m.value, m.day
    FROM unnest(t.assignee_ids) a (user_id),
        unnest(CASE WHEN audience = 'FREE' THEN array_prepend('', departments) ELSE '{""}'::text[] END) d (department),
        (VALUES ('OPEN', '', NULL::date, t.status NOT IN ('COMPLETED', 'CANCELLED')),
                ('STATUS', t.status, NULL, t.status IN ('IN_PROGRESS', 'REVIEW')),
                ('URGENT', '', NULL, t.status NOT IN ('COMPLETED', 'CANCELLED') AND t.priority IN ('URGENT', 'CRITICAL')),
                ('DUE', '', (t.due_at AT TIME ZONE 'UTC')::date,
                    t.status NOT IN ('COMPLETED', 'CANCELLED') AND t.due_at IS NOT NULL),
                ('COMPLETED', '', (t.completed_at AT TIME ZONE 'UTC')::date, t.completed_at > now() - interval '9 days')
        ) m (measure, value, day, counts)
    WHERE m.counts AND audience IS NOT NULL AND t.deleted_at IS NULL
$$;

-- Tasks are counted by the channel and the people that are known then; these change only while no task is being counted. The plan
-- is the same for all values, and making it anew each time would take longer than the work.
CREATE FUNCTION count_task() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    was text;
    had text[];
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('task_tally'), 0);
    IF TG_OP <> 'INSERT' THEN
        was := task_audience(OLD.channel_id);
        had := task_departments(OLD.created_by, OLD.assignee_ids, NULL, NULL);
    END IF;
    INSERT INTO task_tally_change (audience, department, user_id, measure, value, day, tasks)
    SELECT c.audience, c.department, c.user_id, c.measure, c.value, c.day, sum(c.tasks)
    FROM (SELECT was AS audience, gone.*, -1 AS tasks FROM task_counts(was, had, OLD) gone WHERE TG_OP <> 'INSERT'
          UNION ALL
          SELECT n.audience, counted.*, 1
          FROM (SELECT task_audience(NEW.channel_id) AS audience,
                    task_departments(NEW.created_by, NEW.assignee_ids, NULL, NULL) AS departments) n,
              task_counts(n.audience, n.departments, NEW) counted
          WHERE TG_OP <> 'DELETE') c
    GROUP BY c.audience, c.department, c.user_id, c.measure, c.value, c.day
    HAVING sum(c.tasks) <> 0;
    RETURN NULL;
END
$$;

CREATE TRIGGER task_counted AFTER INSERT OR DELETE ON task FOR EACH ROW EXECUTE FUNCTION count_task();
CREATE TRIGGER task_recounted AFTER UPDATE ON task
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status
        OR OLD.priority IS DISTINCT FROM NEW.priority
        OR OLD.assignee_ids IS DISTINCT FROM NEW.assignee_ids
        OR OLD.due_at IS DISTINCT FROM NEW.due_at
        OR OLD.channel_id IS DISTINCT FROM NEW.channel_id
        OR OLD.created_by IS DISTINCT FROM NEW.created_by
        OR OLD.completed_at IS DISTINCT FROM NEW.completed_at
        OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at) EXECUTE FUNCTION count_task();

CREATE FUNCTION move_channel_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    channel uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END;
    was     text := CASE WHEN TG_OP = 'INSERT' THEN 'CLOSED' ELSE channel_audience(OLD.type, OLD.privacy) END;
    becomes text := CASE WHEN TG_OP = 'DELETE' THEN 'CLOSED' ELSE channel_audience(NEW.type, NEW.privacy) END;
BEGIN
    IF was IS NOT DISTINCT FROM becomes THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('task_tally'), 0);
    INSERT INTO task_tally_change (audience, department, user_id, measure, value, day, tasks)
    SELECT c.audience, c.department, c.user_id, c.measure, c.value, c.day, sum(c.tasks)
    FROM task t, task_departments(t.created_by, t.assignee_ids, NULL, NULL) departments,
        LATERAL (SELECT was AS audience, gone.*, -1 AS tasks FROM task_counts(was, departments, t) gone
                 UNION ALL
                 SELECT becomes, counted.*, 1 FROM task_counts(becomes, departments, t) counted) c
    WHERE t.channel_id = channel AND t.deleted_at IS NULL
    GROUP BY c.audience, c.department, c.user_id, c.measure, c.value, c.day;
    RETURN NULL;
END
$$;

CREATE TRIGGER channel_tallies AFTER INSERT OR UPDATE OR DELETE ON directory_channel
    FOR EACH ROW EXECUTE FUNCTION move_channel_tallies();

CREATE FUNCTION move_department_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    person  uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END;
    was     text := CASE WHEN TG_OP <> 'INSERT' THEN OLD.department END;
    becomes text := CASE WHEN TG_OP <> 'DELETE' THEN NEW.department END;
BEGIN
    IF was IS NOT DISTINCT FROM becomes THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('task_tally'), 0);
    INSERT INTO task_tally_change (audience, department, user_id, measure, value, day, tasks)
    SELECT c.audience, c.department, c.user_id, c.measure, c.value, c.day, sum(c.tasks)
    FROM (SELECT * FROM task WHERE created_by = person AND deleted_at IS NULL
          UNION
          SELECT s.* FROM task_assignee a JOIN task s ON s.id = a.task_id
          WHERE a.user_id = person AND s.deleted_at IS NULL) u
        JOIN task t ON t.id = u.id,
        task_audience(t.channel_id) audience,
        LATERAL (SELECT gone.*, -1 AS tasks
                 FROM task_counts(audience, task_departments(t.created_by, t.assignee_ids, person, was), t) gone
                 UNION ALL
                 SELECT counted.*, 1
                 FROM task_counts(audience, task_departments(t.created_by, t.assignee_ids, person, becomes), t) counted) d,
        LATERAL (SELECT audience AS audience, d.department, d.user_id, d.measure, d.value, d.day, d.tasks) c
    GROUP BY c.audience, c.department, c.user_id, c.measure, c.value, c.day
    HAVING sum(c.tasks) <> 0;
    RETURN NULL;
END
$$;

CREATE TRIGGER department_tallies AFTER INSERT OR UPDATE OR DELETE ON directory_person
    FOR EACH ROW EXECUTE FUNCTION move_department_tallies();

-- Puts what has changed into the tallies, takes out what has come to nothing and what people completed long ago.
CREATE FUNCTION fold_task_tallies() RETURNS void LANGUAGE sql AS $$
    WITH gone AS (DELETE FROM task_tally_change RETURNING *)
    INSERT INTO task_tally AS kept (audience, department, user_id, measure, value, day, tasks)
    SELECT audience, department, user_id, measure, value, day, sum(tasks) FROM gone
    GROUP BY audience, department, user_id, measure, value, day HAVING sum(tasks) <> 0
    ON CONFLICT ON CONSTRAINT task_tally_key DO UPDATE SET tasks = kept.tasks + excluded.tasks;
    DELETE FROM task_tally WHERE tasks = 0;
    DELETE FROM task_tally
    WHERE measure = 'COMPLETED' AND user_id IS NOT NULL AND day < (now() - interval '10 days')::date;
$$;

-- Counts everything anew.
CREATE FUNCTION recount_task_tallies() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('task_tally'), 0);
    DELETE FROM task_tally_change;
    DELETE FROM task_tally;
    -- The same as task_counts, of all tasks at once.
    INSERT INTO task_tally (audience, department, user_id, measure, value, day, tasks)
    WITH every AS MATERIALIZED (
        SELECT t.id, t.status, t.priority, t.assignee_ids, t.created_by, t.completed_at,
            t.status NOT IN ('COMPLETED', 'CANCELLED') AS open,
            (t.due_at AT TIME ZONE 'UTC')::date AS due, (t.created_at AT TIME ZONE 'UTC')::date AS created,
            (t.completed_at AT TIME ZONE 'UTC')::date AS completed,
            CASE WHEN t.channel_id IS NULL THEN 'FREE' WHEN c.id IS NULL THEN 'CLOSED'
                ELSE channel_audience(c.type, c.privacy) END AS audience
        FROM task t LEFT JOIN directory_channel c ON c.id = t.channel_id
        WHERE t.deleted_at IS NULL
    ), departments AS MATERIALIZED (
        SELECT e.id, p.department FROM every e JOIN directory_person p ON p.id = e.created_by WHERE p.department <> ''
        UNION
        SELECT e.id, p.department FROM every e, unnest(e.assignee_ids) a (user_id) JOIN directory_person p ON p.id = a.user_id
        WHERE p.department <> ''
    ), counted AS MATERIALIZED (
        SELECT '' AS department, e.* FROM every e WHERE e.audience IS NOT NULL
        UNION ALL
        SELECT d.department, e.* FROM departments d JOIN every e ON e.id = d.id WHERE e.audience IS NOT NULL
    ), people AS MATERIALIZED (
        SELECT a.user_id, c.* FROM counted c, unnest(c.assignee_ids) a (user_id)
        WHERE (c.department = '' OR c.audience = 'FREE') AND (c.open OR c.completed_at > now() - interval '9 days')
    )
    SELECT audience, department, NULL::uuid, 'STATUS', status, NULL::date, count(*) FROM counted
    GROUP BY audience, department, status
    UNION ALL
    SELECT audience, department, NULL, 'PRIORITY', priority, NULL, count(*) FROM counted
    WHERE open GROUP BY audience, department, priority
    UNION ALL
    SELECT audience, department, NULL, 'UNASSIGNED', '', NULL, count(*) FROM counted
    WHERE open AND assignee_ids = '{}' GROUP BY audience, department
    UNION ALL
    SELECT audience, department, NULL, 'DUE', '', due, count(*) FROM counted
    WHERE open AND due IS NOT NULL GROUP BY audience, department, due
    UNION ALL
    SELECT audience, department, NULL, 'CREATED', '', created, count(*) FROM counted
    GROUP BY audience, department, created
    UNION ALL
    SELECT audience, department, NULL, 'COMPLETED', '', completed, count(*) FROM counted
    WHERE completed IS NOT NULL GROUP BY audience, department, completed
    UNION ALL
    SELECT audience, department, user_id, 'OPEN', '', NULL, count(*) FROM people
    WHERE open GROUP BY audience, department, user_id
    UNION ALL
    SELECT audience, department, user_id, 'STATUS', status, NULL, count(*) FROM people
    WHERE status IN ('IN_PROGRESS', 'REVIEW') GROUP BY audience, department, user_id, status
    UNION ALL
    SELECT audience, department, user_id, 'URGENT', '', NULL, count(*) FROM people
    WHERE open AND priority IN ('URGENT', 'CRITICAL') GROUP BY audience, department, user_id
    UNION ALL
    SELECT audience, department, user_id, 'DUE', '', due, count(*) FROM people
    WHERE open AND due IS NOT NULL GROUP BY audience, department, user_id, due
    UNION ALL
    SELECT audience, department, user_id, 'COMPLETED', '', completed, count(*) FROM people
    WHERE completed_at > now() - interval '9 days' GROUP BY audience, department, user_id, completed;
END
$$;

CREATE FUNCTION forget_task_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM task_tally_change;
    DELETE FROM task_tally;
    RETURN NULL;
END
$$;

CREATE TRIGGER tasks_gone AFTER TRUNCATE ON task EXECUTE FUNCTION forget_task_tallies();

SELECT recount_task_tallies();

-- Parts of a day are counted from the tasks themselves, and from the index alone.
DROP INDEX task_created;
CREATE INDEX task_created ON task (created_at)
    INCLUDE (channel_id, created_by, assignee_ids, watcher_ids) WHERE deleted_at IS NULL;
DROP INDEX task_completed;
CREATE INDEX task_completed ON task (completed_at)
    INCLUDE (channel_id, created_by, assignee_ids, watcher_ids) WHERE deleted_at IS NULL AND completed_at IS NOT NULL;
