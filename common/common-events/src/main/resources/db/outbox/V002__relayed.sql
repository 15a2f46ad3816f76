-- Up to when everything in the outbox is known to have reached Kafka: from there on it is sent again when the replication
-- slot was lost. "complete" is false from the moment that is noticed until it has been done.
CREATE TABLE relayed (
    slot     text        PRIMARY KEY,
    until    timestamptz NOT NULL DEFAULT '-infinity',
    complete boolean     NOT NULL DEFAULT true
);
