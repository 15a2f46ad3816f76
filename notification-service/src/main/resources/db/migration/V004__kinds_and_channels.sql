-- A notification that its person does not want in the list still goes out by mail, push or webhook.
ALTER TABLE notification
    DROP CONSTRAINT notification_kind_check,
    ADD COLUMN in_app boolean NOT NULL DEFAULT true,
    ADD COLUMN acknowledged_at timestamptz,
    ADD CONSTRAINT notification_kind_check CHECK (kind IN ('SECURITY_NOTICE', 'URGENT_MESSAGE', 'REMINDER',
        'TASK_OVERDUE', 'TASK_DUE', 'TASK_ASSIGNED', 'MEETING_INVITATION', 'MEETING_CHANGED', 'MEETING_CANCELLED',
        'MENTION', 'DIRECT_MESSAGE', 'TASK_COMMENT', 'TASK_STATUS', 'CHANNEL_INVITATION', 'FILE_SHARED'));

DROP INDEX notification_newest;
DROP INDEX notification_by_read;
CREATE INDEX notification_newest ON notification (user_id, created_at DESC, id DESC)
    WHERE withdrawn_at IS NULL AND in_app;
CREATE INDEX notification_by_read ON notification (user_id, read, created_at DESC, id DESC)
    WHERE withdrawn_at IS NULL AND in_app;

-- What somebody wants is read and written as a whole: one JSON text. What was muted before stays muted everywhere.
ALTER TABLE preferences ADD COLUMN settings text;
UPDATE preferences SET settings = jsonb_build_object('kinds', (
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'kind', lower(kind), 'inApp', false, 'email', false, 'push', false, 'webhook', false)), '[]'::jsonb)
    FROM unnest(muted) kind))::text;
ALTER TABLE preferences ALTER COLUMN settings SET NOT NULL, DROP COLUMN muted;
