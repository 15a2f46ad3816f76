-- The secret in the address of a person's calendar, as its SHA-256: who reads the table cannot read the calendars.
CREATE TABLE calendar_secret (
    user_id    uuid        PRIMARY KEY,
    hash       bytea       NOT NULL UNIQUE,
    created_at timestamptz NOT NULL
);
