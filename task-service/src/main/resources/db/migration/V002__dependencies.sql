-- task_id waits for depends_on_id.
CREATE TABLE task_dependency (
    task_id       uuid        NOT NULL REFERENCES task,
    depends_on_id uuid        NOT NULL REFERENCES task,
    type          text        NOT NULL CHECK (type IN ('BLOCKS', 'REQUIRES', 'FOLLOWS')),
    created_by    uuid        NOT NULL,
    created_at    timestamptz NOT NULL,
    PRIMARY KEY (task_id, depends_on_id),
    CHECK (task_id <> depends_on_id)
);

CREATE INDEX task_dependency_reverse ON task_dependency (depends_on_id);
