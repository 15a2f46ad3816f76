-- Copy of the tasks, kept by events; their owner is task-service.
CREATE TABLE task_copy (
    id           uuid        PRIMARY KEY,
    title        text        NOT NULL,
    status       text        NOT NULL,
    priority     text,
    due_at       timestamptz,
    assignee_ids uuid[]      NOT NULL,
    channel_id   uuid,
    created_by   uuid,
    created_at   timestamptz NOT NULL,
    version      bigint      NOT NULL,
    deleted      boolean     NOT NULL,
    told_at      timestamptz NOT NULL
);

CREATE INDEX task_copy_told_at ON task_copy (told_at);
