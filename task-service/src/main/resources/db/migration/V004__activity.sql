-- Who changed what from what to what, one row per event of the task. Never updated.
CREATE TABLE task_activity (
    id         uuid        PRIMARY KEY,
    task_id    uuid        NOT NULL REFERENCES task,
    type       text        NOT NULL,
    actor_id   uuid,
    command_id uuid,
    changed    text        NOT NULL,
    at         timestamptz NOT NULL
);

CREATE INDEX task_activity_task ON task_activity (task_id, id);
