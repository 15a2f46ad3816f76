-- Most tasks are finished. Lists of what is open must not walk past all that is finished first ...
CREATE INDEX task_open_due_first ON task ((coalesce(due_at, 'infinity'::timestamptz)), id)
    WHERE deleted_at IS NULL AND status NOT IN ('COMPLETED', 'CANCELLED');
CREATE INDEX task_open_priority ON task (priority_rank, id)
    WHERE deleted_at IS NULL AND status NOT IN ('COMPLETED', 'CANCELLED');

-- ... and reports count in indexes alone, which therefore hold whatever decides who sees a task.
CREATE INDEX task_open ON task (channel_id, status, priority, due_at)
    INCLUDE (id, created_by, assignee_ids, watcher_ids)
    WHERE deleted_at IS NULL AND status NOT IN ('COMPLETED', 'CANCELLED');
CREATE INDEX task_closed ON task (channel_id, status)
    INCLUDE (id, created_by, assignee_ids, watcher_ids)
    WHERE deleted_at IS NULL AND status IN ('COMPLETED', 'CANCELLED');
CREATE INDEX task_created ON task (created_at) WHERE deleted_at IS NULL;
CREATE INDEX task_completed ON task (completed_at) WHERE deleted_at IS NULL AND completed_at IS NOT NULL;
