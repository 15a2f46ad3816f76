-- "What is in review, soonest first?" is asked of one state of the open ones; few of them may be among those that somebody sees.
CREATE INDEX task_open_status_due ON task (status, (coalesce(due_at, 'infinity'::timestamptz)), id)
    WHERE deleted_at IS NULL AND status NOT IN ('COMPLETED', 'CANCELLED');
