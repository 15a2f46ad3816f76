-- Conditions that few tasks meet must not walk all of them.
CREATE INDEX task_label ON task USING gin (labels) WHERE deleted_at IS NULL AND labels <> '{}';
CREATE INDEX task_watcher ON task USING gin (watcher_ids) WHERE deleted_at IS NULL AND watcher_ids <> '{}';
CREATE INDEX task_unassigned ON task (status, id) WHERE deleted_at IS NULL AND assignee_ids = '{}';
CREATE INDEX task_open_due ON task (due_at, id)
    WHERE deleted_at IS NULL AND due_at IS NOT NULL AND status NOT IN ('COMPLETED', 'CANCELLED');
