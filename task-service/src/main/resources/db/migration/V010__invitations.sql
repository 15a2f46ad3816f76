ALTER TABLE meeting
    ADD COLUMN zone          text   NOT NULL DEFAULT 'UTC',
    ADD COLUMN sequence      int    NOT NULL DEFAULT 0,
    ADD COLUMN accepted_ids  uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN tentative_ids uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN declined_ids  uuid[] NOT NULL DEFAULT '{}';

-- Mails to send, written with the change that they tell of; the scheduler sends each, again and again until it is sent.
CREATE TABLE invitation_mail (
    id         uuid        PRIMARY KEY,
    meeting_id uuid        NOT NULL REFERENCES meeting,
    user_id    uuid        NOT NULL,
    recipient  text        NOT NULL,
    reply_to   text        NOT NULL,
    method     text        NOT NULL CHECK (method IN ('REQUEST', 'CANCEL')),
    subject    text        NOT NULL,
    body       text        NOT NULL,
    calendar   text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('PENDING', 'SENT', 'SUPERSEDED', 'FAILED', 'OFF')),
    attempts   int         NOT NULL DEFAULT 0,
    last_error text,
    created_at timestamptz NOT NULL,
    sent_at    timestamptz
);

CREATE INDEX invitation_mail_meeting ON invitation_mail (meeting_id, user_id, id);
