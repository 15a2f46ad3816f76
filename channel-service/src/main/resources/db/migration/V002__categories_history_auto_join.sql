CREATE TABLE channel_category (
    id         uuid        NOT NULL PRIMARY KEY,
    name       text        NOT NULL,
    position   int         NOT NULL,
    created_by uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz,
    version    bigint      NOT NULL
);

CREATE UNIQUE INDEX channel_category_name ON channel_category (lower(name)) WHERE deleted_at IS NULL;
CREATE INDEX channel_category_position ON channel_category (position, id) WHERE deleted_at IS NULL;

-- Nobody could make categories before, so no channel can be in one.
UPDATE channel SET category_id = NULL WHERE category_id IS NOT NULL;
ALTER TABLE channel ADD FOREIGN KEY (category_id) REFERENCES channel_category (id);
CREATE INDEX channel_category_id ON channel (category_id, last_activity_at DESC, id DESC) WHERE category_id IS NOT NULL;

-- Departments whose people become members by themselves.
ALTER TABLE channel ADD COLUMN auto_join_departments text[] NOT NULL DEFAULT '{}';
CREATE INDEX channel_auto_join ON channel USING gin (auto_join_departments)
    WHERE status = 'ACTIVE' AND auto_join_departments <> '{}';

-- Who did what to a channel, when and why. Rows are only ever added.
CREATE TABLE channel_history (
    id         uuid        NOT NULL PRIMARY KEY,
    channel_id uuid        NOT NULL REFERENCES channel (id),
    kind       text        NOT NULL,
    actor_id   uuid,
    command_id uuid,
    user_id    uuid,
    reason     text,
    changed    jsonb,
    at         timestamptz NOT NULL
);

CREATE INDEX channel_history_of_channel ON channel_history (channel_id, id DESC);

INSERT INTO channel_history (id, channel_id, kind, actor_id, at)
SELECT id, id, 'CREATED', created_by, created_at FROM channel;
