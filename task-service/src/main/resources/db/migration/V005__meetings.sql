CREATE TABLE meeting (
    id           uuid        PRIMARY KEY,
    title        text        NOT NULL,
    description  text,
    location     text,
    start_at     timestamptz NOT NULL,
    end_at       timestamptz NOT NULL CHECK (end_at > start_at),
    organiser_id uuid        NOT NULL,
    attendee_ids uuid[]      NOT NULL,
    cancelled_at timestamptz,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    version      bigint      NOT NULL
);

CREATE INDEX meeting_organiser ON meeting (organiser_id, start_at, id) WHERE cancelled_at IS NULL;
CREATE INDEX meeting_start ON meeting (start_at, id) WHERE cancelled_at IS NULL;
CREATE INDEX meeting_attendee ON meeting USING gin (attendee_ids) WHERE cancelled_at IS NULL;
