-- One table for all services of a database. It is written once and read by the relay from the write-ahead log;
-- rows stay for a while for operators to look at, and whole partitions are dropped when they are old.
CREATE TABLE event (
    id             uuid        NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    topic          text        NOT NULL,
    key            text        NOT NULL,
    type           text        NOT NULL,
    source         text        NOT NULL,
    subject        text        NOT NULL,
    actor_id       uuid,
    correlation_id uuid,
    causation_id   uuid,
    traceparent    text,
    payload        text        NOT NULL
) PARTITION BY RANGE (created_at);

-- Rows find a place even when the next partition has not been made in time.
CREATE TABLE event_default PARTITION OF event DEFAULT;

GRANT USAGE ON SCHEMA outbox TO PUBLIC;
GRANT INSERT ON event TO PUBLIC;

CREATE PUBLICATION outbox FOR TABLE event WITH (publish = 'insert', publish_via_partition_root = true);
