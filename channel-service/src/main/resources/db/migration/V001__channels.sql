CREATE TABLE channel (
    id               uuid        NOT NULL PRIMARY KEY,
    name             text,
    description      text        NOT NULL,
    type             text        NOT NULL,
    privacy          text        NOT NULL,
    status           text        NOT NULL,
    category_id      uuid,
    department       text,
    created_by       uuid        NOT NULL,
    direct_key       text,
    member_count     int         NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    archived_at      timestamptz,
    last_activity_at timestamptz NOT NULL,
    version          bigint      NOT NULL,
    CHECK ((type = 'DIRECT') = (direct_key IS NOT NULL)),
    CHECK (type = 'DIRECT' OR name IS NOT NULL),
    CHECK (type <> 'DIRECT' OR privacy = 'PRIVATE')
);

CREATE UNIQUE INDEX channel_direct_key ON channel (direct_key) WHERE direct_key IS NOT NULL;
CREATE INDEX channel_last_activity ON channel (last_activity_at DESC, id DESC);
CREATE INDEX channel_type_privacy ON channel (type, privacy, last_activity_at DESC, id DESC);
CREATE INDEX channel_created_by ON channel (created_by);
CREATE INDEX channel_name ON channel USING gin (name public.gin_trgm_ops);

-- One row per stay: who leaves and comes back has two, so that the history of a channel is complete.
CREATE TABLE channel_member (
    id         uuid        NOT NULL PRIMARY KEY,
    channel_id uuid        NOT NULL REFERENCES channel (id),
    user_id    uuid        NOT NULL,
    role       text        NOT NULL,
    joined_at  timestamptz NOT NULL,
    deleted_at timestamptz,
    version    bigint      NOT NULL
);

CREATE UNIQUE INDEX channel_member_present ON channel_member (channel_id, user_id) WHERE deleted_at IS NULL;
CREATE INDEX channel_member_user ON channel_member (user_id, channel_id) WHERE deleted_at IS NULL;

CREATE TABLE channel_relationship (
    id         uuid        NOT NULL PRIMARY KEY,
    from_id    uuid        NOT NULL REFERENCES channel (id),
    to_id      uuid        NOT NULL REFERENCES channel (id),
    kind       text        NOT NULL,
    created_by uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz,
    version    bigint      NOT NULL,
    CHECK (from_id <> to_id)
);

-- A channel has one parent at most; two channels are related in one way at most.
CREATE UNIQUE INDEX channel_relationship_parent ON channel_relationship (to_id)
    WHERE deleted_at IS NULL AND kind = 'PARENT';
CREATE UNIQUE INDEX channel_relationship_pair
    ON channel_relationship (least(from_id, to_id), greatest(from_id, to_id)) WHERE deleted_at IS NULL;
CREATE INDEX channel_relationship_from ON channel_relationship (from_id) WHERE deleted_at IS NULL;
CREATE INDEX channel_relationship_to ON channel_relationship (to_id) WHERE deleted_at IS NULL;
