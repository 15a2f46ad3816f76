-- Mail that the server has not taken yet.
CREATE TABLE mail_outbox (
    id              uuid        PRIMARY KEY,
    user_id         uuid        NOT NULL,
    recipient       text        NOT NULL,
    subject         text        NOT NULL,
    body_text       text        NOT NULL,
    body_html       text        NOT NULL,
    attempts        int         NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    created_at      timestamptz NOT NULL
);

CREATE INDEX mail_outbox_next_attempt ON mail_outbox (next_attempt_at);
CREATE INDEX mail_outbox_user ON mail_outbox (user_id);

-- Those who have left are listed by name too, and those who report to somebody in order.
CREATE INDEX person_left_by_name ON person (sort_key, id) WHERE NOT active;
CREATE INDEX person_reports ON person (manager_id, sort_key, id) WHERE active;
