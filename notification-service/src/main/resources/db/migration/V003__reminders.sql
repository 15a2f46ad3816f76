CREATE TABLE reminder (
    id         uuid        PRIMARY KEY,
    about      text        NOT NULL,
    audience   uuid[]      NOT NULL CHECK (cardinality(audience) > 0),
    at         timestamptz NOT NULL,
    status     text        NOT NULL CHECK (status IN ('SCHEDULED', 'FIRED', 'CANCELLED')),
    created_by uuid        NOT NULL,
    command_id uuid,
    fired_at   timestamptz,
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);

CREATE INDEX reminder_due ON reminder (at, id) WHERE status = 'SCHEDULED';
CREATE INDEX reminder_created_by ON reminder (created_by, at, id) WHERE status = 'SCHEDULED';
