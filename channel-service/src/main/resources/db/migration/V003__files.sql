CREATE TABLE stored_file (
    id            uuid        NOT NULL PRIMARY KEY,
    name          text        NOT NULL,
    status        text        NOT NULL,
    size          bigint,
    declared_type text,
    content_type  text,
    sha256        text,
    uploaded_by   uuid        NOT NULL,
    upload_id     text,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    uploaded_at   timestamptz,
    deleted_at    timestamptz,
    erased_at     timestamptz,
    version       bigint      NOT NULL,
    CHECK (status = 'REQUESTED' OR size IS NOT NULL OR deleted_at IS NOT NULL)
);

CREATE INDEX stored_file_uploaded_by ON stored_file (uploaded_by, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX stored_file_unfinished ON stored_file (updated_at)
    WHERE deleted_at IS NULL AND status IN ('REQUESTED', 'UPLOADING');
CREATE INDEX stored_file_to_erase ON stored_file (deleted_at) WHERE deleted_at IS NOT NULL AND erased_at IS NULL;

-- What a file belongs to: a channel or a task. A link that was taken away stays as history.
CREATE TABLE file_link (
    id         uuid        NOT NULL PRIMARY KEY,
    file_id    uuid        NOT NULL REFERENCES stored_file (id),
    kind       text        NOT NULL,
    target_id  uuid        NOT NULL,
    linked_by  uuid        NOT NULL,
    linked_at  timestamptz NOT NULL,
    deleted_at timestamptz,
    version    bigint      NOT NULL
);

CREATE UNIQUE INDEX file_link_present ON file_link (file_id, target_id) WHERE deleted_at IS NULL;
CREATE INDEX file_link_target ON file_link (target_id, file_id DESC) WHERE deleted_at IS NULL;

-- Bytes promised or stored, per person; the row of nobody (all zeros) is the whole organisation's.
CREATE TABLE storage_usage (
    owner_id uuid   NOT NULL PRIMARY KEY,
    bytes    bigint NOT NULL CHECK (bytes >= 0)
);

INSERT INTO storage_usage (owner_id, bytes) VALUES ('00000000-0000-0000-0000-000000000000', 0);

-- Of the library db-scheduler.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
