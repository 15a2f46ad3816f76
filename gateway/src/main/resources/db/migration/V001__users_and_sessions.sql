CREATE TABLE person (
    id             uuid        PRIMARY KEY,
    email          text        NOT NULL,
    email_key      text        NOT NULL,
    name           text        NOT NULL,
    password_hash  text        NOT NULL,
    role           text        NOT NULL CHECK (role IN ('CEO', 'MANAGER', 'STAFF')),
    department     text,
    job_title      text,
    manager_id     uuid REFERENCES person (id),
    timezone       text        NOT NULL,
    locale         text        NOT NULL,
    active         boolean     NOT NULL,
    last_active_at timestamptz,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    deleted_at     timestamptz,
    sort_key       text        NOT NULL,
    search_text    text        NOT NULL,
    version        bigint      NOT NULL
);

CREATE UNIQUE INDEX person_email ON person (email_key);
CREATE INDEX person_by_name ON person (sort_key, id) WHERE active;
CREATE INDEX person_role ON person (role, sort_key, id) WHERE active;
CREATE INDEX person_department ON person (department, sort_key, id) WHERE active;
CREATE INDEX person_manager ON person (manager_id);
CREATE INDEX person_last_active ON person (last_active_at DESC);
CREATE INDEX person_search ON person USING gin (search_text gin_trgm_ops);

CREATE TABLE session (
    id               uuid        PRIMARY KEY,
    token_session_id uuid        NOT NULL,
    user_id          uuid        NOT NULL,
    started_at       timestamptz NOT NULL,
    used_at          timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    revoked_at       timestamptz,
    version          bigint      NOT NULL
);

CREATE UNIQUE INDEX session_token_session ON session (token_session_id);
CREATE INDEX session_open_of_user ON session (user_id) WHERE revoked_at IS NULL;
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE refresh_token (
    hash       text        PRIMARY KEY,
    session_id uuid        NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    used_at    timestamptz,
    version    bigint      NOT NULL
);

CREATE INDEX refresh_token_session ON refresh_token (session_id);

-- By the hash of the address, known or not: the table tells nobody who has an account.
CREATE TABLE login_failure (
    email_hash    text        PRIMARY KEY,
    failures      int         NOT NULL,
    failed_at     timestamptz NOT NULL,
    blocked_until timestamptz
);

CREATE INDEX login_failure_failed_at ON login_failure (failed_at);

CREATE TABLE created_user_key (
    user_id      uuid        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    result       text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);

CREATE INDEX created_user_key_created_at ON created_user_key (created_at);
