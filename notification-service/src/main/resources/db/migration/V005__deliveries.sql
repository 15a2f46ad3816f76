-- One mail, push or webhook call. due_at is when somebody should look at it next: it moves on while an attempt runs, so
-- that what a killed process left behind is taken up by another.
CREATE TABLE dispatch (
    id           uuid        PRIMARY KEY,
    recipient_id uuid        NOT NULL,
    channel      text        NOT NULL CHECK (channel IN ('EMAIL', 'PUSH', 'WEBHOOK')),
    target_id    uuid        NOT NULL,
    lane         text        NOT NULL CHECK (lane IN ('URGENT', 'BULK')),
    state        text        NOT NULL
        CHECK (state IN ('PENDING', 'SENT', 'BOUNCED', 'SUPPRESSED', 'WITHDRAWN', 'DEAD')),
    attempts     integer     NOT NULL,
    due_at       timestamptz NOT NULL,
    detail       text,
    created_at   timestamptz NOT NULL,
    finished_at  timestamptz
);
CREATE INDEX dispatch_due ON dispatch (lane, due_at) WHERE state = 'PENDING';
CREATE INDEX dispatch_dead ON dispatch (created_at DESC, id DESC) WHERE state = 'DEAD';
CREATE INDEX dispatch_finished ON dispatch (finished_at) WHERE finished_at IS NOT NULL AND state <> 'DEAD';

-- A notification on its way through one delivery channel. Without a dispatch it waits for its digest; once it has one it
-- never gets another, so that a digest holds every item exactly once.
CREATE TABLE delivery (
    id              uuid        PRIMARY KEY,
    notification_id uuid        NOT NULL,
    recipient_id    uuid        NOT NULL,
    channel         text        NOT NULL CHECK (channel IN ('EMAIL', 'PUSH', 'WEBHOOK')),
    target_id       uuid        NOT NULL,
    dispatch_id     uuid        REFERENCES dispatch ON DELETE CASCADE,
    due_at          timestamptz NOT NULL,
    created_at      timestamptz NOT NULL
);
CREATE INDEX delivery_notification ON delivery (notification_id);
CREATE INDEX delivery_dispatch ON delivery (dispatch_id);
CREATE INDEX delivery_waiting ON delivery (due_at) WHERE dispatch_id IS NULL;
CREATE INDEX delivery_digest ON delivery (recipient_id, channel, target_id) WHERE dispatch_id IS NULL;

-- Secrets of this service that were made on its first start, because the environment gave none.
CREATE TABLE service_key (
    name       text        PRIMARY KEY,
    value      text        NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE push_subscription (
    id         uuid        PRIMARY KEY,
    user_id    uuid        NOT NULL,
    endpoint   text        NOT NULL UNIQUE,
    p256dh     text        NOT NULL,
    auth       text        NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX push_subscription_user ON push_subscription (user_id, created_at);

-- user_id is null for the organisation's own webhooks; kinds is null for all.
CREATE TABLE webhook (
    id              uuid        PRIMARY KEY,
    user_id         uuid,
    name            text        NOT NULL,
    url             text        NOT NULL,
    format          text        NOT NULL CHECK (format IN ('STANDARD', 'SLACK')),
    kinds           text[],
    secret          text        NOT NULL,
    enabled         boolean     NOT NULL,
    disabled_reason text,
    created_by      uuid        NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint      NOT NULL
);
CREATE INDEX webhook_user ON webhook (user_id) WHERE enabled;
CREATE INDEX webhook_newest ON webhook (created_at DESC, id DESC);

-- Addresses that a mail server said for good it does not deliver to.
CREATE TABLE undeliverable_address (
    address text        PRIMARY KEY,
    status  text        NOT NULL,
    since   timestamptz NOT NULL
);
