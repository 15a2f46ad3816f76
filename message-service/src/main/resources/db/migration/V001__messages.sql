-- The last number given out in each channel. Posting locks the row until it commits, so that the numbers, the order of
-- the list and the order of the events are one.
CREATE TABLE channel_sequence (
    channel_id    uuid   NOT NULL PRIMARY KEY,
    last_sequence bigint NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE message (
    id                 uuid        NOT NULL PRIMARY KEY,
    channel_id         uuid        NOT NULL,
    sequence           bigint      NOT NULL,
    sender_id          uuid        NOT NULL,
    content            text        NOT NULL,
    reply_to           uuid,
    thread_root_id     uuid,
    reply_count        int         NOT NULL,
    priority           text        NOT NULL,
    client_message_id  text,
    mentioned_user_ids uuid[]      NOT NULL,
    pinned_at          timestamptz,
    pinned_by          uuid,
    marked_at          timestamptz,
    edited_at          timestamptz,
    deleted_at         timestamptz,
    deleted_by         uuid,
    created_at         timestamptz NOT NULL,
    version            bigint      NOT NULL,
    words              tsvector    NOT NULL GENERATED ALWAYS AS (to_tsvector('english', content)) STORED
);

-- Lists and unread counts read the index alone.
CREATE UNIQUE INDEX message_channel_sequence ON message (channel_id, sequence) INCLUDE (sender_id, deleted_at);
CREATE UNIQUE INDEX message_client_id ON message (channel_id, sender_id, client_message_id)
    WHERE client_message_id IS NOT NULL;
CREATE INDEX message_sender ON message (sender_id, created_at DESC);
CREATE INDEX message_thread ON message (thread_root_id, sequence) WHERE thread_root_id IS NOT NULL;
CREATE INDEX message_pinned ON message (channel_id, sequence DESC) WHERE pinned_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX message_words ON message USING gin (words);

-- What an edited message said before.
CREATE TABLE message_revision (
    message_id uuid        NOT NULL REFERENCES message (id),
    version    bigint      NOT NULL,
    content    text        NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (message_id, version)
);

CREATE TABLE message_reaction (
    message_id uuid        NOT NULL REFERENCES message (id),
    emoji      text        NOT NULL,
    user_id    uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (message_id, emoji, user_id)
);

CREATE TABLE message_acknowledgement (
    message_id uuid        NOT NULL REFERENCES message (id),
    user_id    uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (message_id, user_id)
);

CREATE TABLE read_position (
    user_id    uuid        NOT NULL,
    channel_id uuid        NOT NULL,
    message_id uuid,
    sequence   bigint      NOT NULL,
    read_at    timestamptz NOT NULL,
    PRIMARY KEY (user_id, channel_id)
);
