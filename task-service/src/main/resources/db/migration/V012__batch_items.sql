-- What the items of batches in per-item mode answered, by idempotency key: each item commits by itself, so each is
-- remembered by itself.
CREATE TABLE batch_item (
    user_id      uuid        NOT NULL,
    key          text        NOT NULL,
    index        int         NOT NULL,
    request_hash text        NOT NULL,
    result       text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (user_id, key, index)
);

CREATE INDEX batch_item_created ON batch_item (created_at);
