-- Who speaks, which tasks a message names, and whom a message of the platform is about.
ALTER TABLE message
    ADD COLUMN type        text   NOT NULL DEFAULT 'TEXT',
    ADD COLUMN task_ids    uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN subject_ids uuid[] NOT NULL DEFAULT '{}';

-- Messages of the platform wait for nobody: unread counts need the type, and still read the index alone.
DROP INDEX message_channel_sequence;
CREATE UNIQUE INDEX message_channel_sequence ON message (channel_id, sequence) INCLUDE (sender_id, deleted_at, type);
-- Ids grow with time; the search pages by them.
DROP INDEX message_sender;
CREATE INDEX message_sender ON message (sender_id, id DESC);
CREATE INDEX message_tasks ON message USING gin (task_ids) WHERE task_ids <> '{}';

-- One row per person whom a message mentions or, before an edit, mentioned.
CREATE TABLE message_mention (
    message_id uuid    NOT NULL,
    user_id    uuid    NOT NULL,
    channel_id uuid    NOT NULL,
    sequence   bigint  NOT NULL,
    current    boolean NOT NULL,
    PRIMARY KEY (message_id, user_id)
);
CREATE INDEX message_mention_user ON message_mention (user_id, channel_id, sequence) WHERE current;
INSERT INTO message_mention (message_id, user_id, channel_id, sequence, current)
SELECT m.id, mentioned, m.channel_id, m.sequence, true
FROM message m, unnest(m.mentioned_user_ids) mentioned
WHERE m.mentioned_user_ids <> '{}'
ON CONFLICT DO NOTHING;

CREATE TABLE scheduled_message (
    id           uuid        NOT NULL PRIMARY KEY,
    sender_id    uuid        NOT NULL,
    channel_id   uuid        NOT NULL,
    content      text        NOT NULL,
    reply_to     uuid,
    priority     text        NOT NULL,
    send_at      timestamptz NOT NULL,
    status       text        NOT NULL,
    message_id   uuid,
    failure_code text,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    version      bigint      NOT NULL
);
CREATE INDEX scheduled_message_waiting ON scheduled_message (sender_id, send_at, id) WHERE status = 'SCHEDULED';
CREATE INDEX scheduled_message_sender ON scheduled_message (sender_id, send_at, id);

-- The table of db-scheduler.
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
CREATE INDEX scheduled_tasks_execution ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
