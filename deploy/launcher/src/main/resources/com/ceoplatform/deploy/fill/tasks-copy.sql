INSERT INTO voice.task_copy (id, title, status, priority, due_at, assignee_ids, channel_id, created_by, created_at,
    version, deleted, told_at)
SELECT t.id, t.title, t.status, t.priority, t.due_at, t.assignee_ids, t.channel_id, t.created_by, t.created_at,
    t.version, false, now()
FROM task.task t
WHERE t.status NOT IN ('COMPLETED', 'CANCELLED')
ON CONFLICT DO NOTHING;
