-- "What next?": the most urgent first, of equally urgent ones what is due first.
CREATE INDEX task_open_urgent ON task (priority_rank DESC, (coalesce(due_at, 'infinity'::timestamptz)), id)
    WHERE deleted_at IS NULL AND status NOT IN ('COMPLETED', 'CANCELLED');
