CREATE TABLE task_comment (
    id                 uuid        PRIMARY KEY,
    task_id            uuid        NOT NULL REFERENCES task,
    author_id          uuid        NOT NULL,
    content            text        NOT NULL,
    mentioned_user_ids uuid[]      NOT NULL,
    created_at         timestamptz NOT NULL
);

CREATE INDEX task_comment_task ON task_comment (task_id, id);
