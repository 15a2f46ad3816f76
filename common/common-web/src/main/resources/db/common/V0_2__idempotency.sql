CREATE TABLE idempotency_key (
    user_id      uuid        NOT NULL,
    operation    text        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    result       text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (user_id, key, operation)
);

CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);
