-- A task is one row: who is on it, who watches it and its labels are arrays, so that reading a page of tasks is one
-- query whatever they hold.
CREATE TABLE task (
    id             uuid        PRIMARY KEY,
    title          text        NOT NULL,
    description    text,
    status         text        NOT NULL
        CHECK (status IN ('PENDING', 'IN_PROGRESS', 'REVIEW', 'COMPLETED', 'CANCELLED', 'ON_HOLD')),
    priority       text        NOT NULL
        CHECK (priority IN ('LOW', 'MEDIUM', 'HIGH', 'URGENT', 'CRITICAL')),
    assignee_ids   uuid[]      NOT NULL,
    watcher_ids    uuid[]      NOT NULL,
    labels         text[]      NOT NULL,
    due_at         timestamptz,
    channel_id     uuid,
    parent_task_id uuid        REFERENCES task,
    created_by     uuid        NOT NULL,
    completed_at   timestamptz,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    deleted_at     timestamptz,
    version        bigint      NOT NULL,
    priority_rank  smallint    NOT NULL GENERATED ALWAYS AS (
        CASE priority WHEN 'LOW' THEN 0 WHEN 'MEDIUM' THEN 1 WHEN 'HIGH' THEN 2 WHEN 'URGENT' THEN 3 ELSE 4 END) STORED,
    -- Without a language: titles come in any, and names must be found as they are written.
    search         tsvector    NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('simple'::regconfig, title), 'A')
            || setweight(to_tsvector('simple'::regconfig, coalesce(description, '')), 'B')) STORED
);

-- Ids are version 7, so their order is the order of creation and the last column of an index serves the default sort.
CREATE INDEX task_newest ON task (id) WHERE deleted_at IS NULL;
CREATE INDEX task_created_by ON task (created_by, status, id) WHERE deleted_at IS NULL;
CREATE INDEX task_channel ON task (channel_id, status, id) WHERE deleted_at IS NULL AND channel_id IS NOT NULL;
CREATE INDEX task_status ON task (status, id) WHERE deleted_at IS NULL;
CREATE INDEX task_priority ON task (priority_rank, id) WHERE deleted_at IS NULL;
CREATE INDEX task_updated ON task (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX task_due_priority ON task (due_at, priority_rank) WHERE deleted_at IS NULL AND due_at IS NOT NULL;
-- Tasks without a due date come last in both directions, which takes an index for each.
CREATE INDEX task_due_first ON task ((coalesce(due_at, 'infinity'::timestamptz)), id) WHERE deleted_at IS NULL;
CREATE INDEX task_due_last ON task ((coalesce(due_at, '-infinity'::timestamptz)), id) WHERE deleted_at IS NULL;
CREATE INDEX task_parent ON task (parent_task_id) WHERE deleted_at IS NULL AND parent_task_id IS NOT NULL;
CREATE INDEX task_search ON task USING gin (search) WHERE deleted_at IS NULL;

-- An index over task.assignee_ids that a btree could not be: one person's tasks by status, newest first. Kept by the
-- trigger below, written by nothing else.
CREATE TABLE task_assignee (
    user_id uuid NOT NULL,
    status  text NOT NULL,
    task_id uuid NOT NULL REFERENCES task,
    PRIMARY KEY (task_id, user_id)
);

CREATE INDEX task_assignee_status ON task_assignee (user_id, status, task_id);
CREATE INDEX task_assignee_newest ON task_assignee (user_id, task_id);

CREATE FUNCTION keep_task_assignee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM task_assignee WHERE task_id = NEW.id;
    IF NEW.deleted_at IS NULL THEN
        INSERT INTO task_assignee (user_id, status, task_id)
        SELECT DISTINCT assignee, NEW.status, NEW.id FROM unnest(NEW.assignee_ids) assignee;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER task_inserted AFTER INSERT ON task
    FOR EACH ROW WHEN (cardinality(NEW.assignee_ids) > 0) EXECUTE FUNCTION keep_task_assignee();
CREATE TRIGGER task_updated AFTER UPDATE ON task
    FOR EACH ROW WHEN (OLD.assignee_ids IS DISTINCT FROM NEW.assignee_ids
        OR OLD.status IS DISTINCT FROM NEW.status
        OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at) EXECUTE FUNCTION keep_task_assignee();
