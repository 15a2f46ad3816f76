ALTER TABLE task
    ADD COLUMN reminder_minutes int[] NOT NULL DEFAULT '{}',
    -- When the service next has to tell something of the task by itself, and the due date it was last called overdue for.
    -- Kept by the service beside the version: what nobody did is no change.
    ADD COLUMN alarm_at         timestamptz,
    ADD COLUMN overdue_for      timestamptz,
    ADD COLUMN recurrence_rule  text,
    ADD COLUMN recurrence_zone  text,
    ADD COLUMN next_when        text CHECK (next_when IN ('COMPLETED', 'DUE')),
    ADD COLUMN series_id        uuid,
    ADD COLUMN series_start     timestamptz,
    ADD COLUMN occurrence_at    timestamptz,
    ADD COLUMN next_task_id     uuid;

UPDATE task SET alarm_at = CASE WHEN due_at > now() THEN due_at END, overdue_for = CASE WHEN due_at <= now() THEN due_at END
WHERE due_at IS NOT NULL AND deleted_at IS NULL AND status NOT IN ('COMPLETED', 'CANCELLED');

CREATE INDEX task_alarm ON task (alarm_at) WHERE alarm_at IS NOT NULL;
CREATE INDEX task_series ON task (series_id, id) WHERE deleted_at IS NULL AND series_id IS NOT NULL;
