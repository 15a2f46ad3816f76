-- A notification is one row with what it tells of (items) as JSON, so that a page of them is one query; subject_ids
-- repeats the ids of what the items are about and of the channels that this is in, to find them again when it is gone.
CREATE TABLE notification (
    id           uuid        PRIMARY KEY,
    user_id      uuid        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('URGENT_MESSAGE', 'REMINDER', 'TASK_ASSIGNED',
        'MEETING_INVITATION', 'MENTION', 'DIRECT_MESSAGE', 'CHANNEL_INVITATION')),
    items        text        NOT NULL,
    subject_ids  uuid[]      NOT NULL,
    actor_id     uuid,
    command_id   uuid,
    read         boolean     NOT NULL,
    read_at      timestamptz,
    withdrawn_at timestamptz,
    created_at   timestamptz NOT NULL,
    version      bigint      NOT NULL,
    CHECK (read = (read_at IS NOT NULL))
);

CREATE INDEX notification_newest ON notification (user_id, created_at DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX notification_by_read ON notification (user_id, read, created_at DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX notification_kind ON notification (kind, created_at DESC);
CREATE INDEX notification_subjects ON notification USING gin (subject_ids) WHERE withdrawn_at IS NULL;

-- A person gets one notification of a voice command, however many of its actions concern them.
CREATE UNIQUE INDEX notification_command ON notification (command_id, user_id)
    WHERE command_id IS NOT NULL AND withdrawn_at IS NULL;

-- Commands that were taken back: what still arrives of them is told to nobody.
CREATE TABLE withdrawn_command (
    id           uuid        PRIMARY KEY,
    withdrawn_at timestamptz NOT NULL
);

CREATE INDEX withdrawn_command_age ON withdrawn_command (withdrawn_at);
