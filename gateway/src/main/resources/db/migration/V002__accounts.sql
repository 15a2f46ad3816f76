-- Service accounts, and people whom only the external issuer lets in, have no password.
ALTER TABLE person ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE person ADD COLUMN kind text NOT NULL DEFAULT 'PERSON' CHECK (kind IN ('PERSON', 'SERVICE'));

ALTER TABLE session
    ADD COLUMN kind       text NOT NULL DEFAULT 'LOGIN' CHECK (kind IN ('LOGIN', 'API_TOKEN')),
    ADD COLUMN user_agent text NOT NULL DEFAULT '',
    ADD COLUMN address    text NOT NULL DEFAULT '';

CREATE INDEX session_live_of_user ON session (user_id, kind, used_at DESC, id DESC) WHERE revoked_at IS NULL;
DROP INDEX session_open_of_user;

-- An API token is a session without refresh tokens: whatever ends sessions ends it too.
CREATE TABLE api_token (
    id     uuid PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    hash   text NOT NULL,
    name   text NOT NULL,
    scopes text NOT NULL
);

CREATE UNIQUE INDEX api_token_hash ON api_token (hash);

-- Kept until the mail is on its way, for addresses that nobody has as well.
CREATE TABLE reset_request (
    id              uuid        PRIMARY KEY,
    email           text        NOT NULL,
    address         text        NOT NULL,
    attempts        int         NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    requested_at    timestamptz NOT NULL
);

CREATE INDEX reset_request_next_attempt ON reset_request (next_attempt_at);

CREATE TABLE reset_token (
    hash       text        PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES person (id),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

CREATE INDEX reset_token_user ON reset_token (user_id, created_at);
CREATE INDEX reset_token_expiry ON reset_token (expires_at);

CREATE TABLE external_identity (
    issuer    text        NOT NULL,
    subject   text        NOT NULL,
    user_id   uuid        NOT NULL REFERENCES person (id),
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
);

CREATE INDEX external_identity_user ON external_identity (user_id);

CREATE TABLE external_login (
    state_hash    text        PRIMARY KEY,
    key_hash      text        NOT NULL,
    nonce         text        NOT NULL,
    code_verifier text        NOT NULL,
    redirect_uri  text        NOT NULL,
    started_at    timestamptz NOT NULL
);

CREATE INDEX external_login_started_at ON external_login (started_at);

CREATE TABLE audit_entry (
    id         uuid        PRIMARY KEY,
    type       text        NOT NULL,
    user_id    uuid,
    actor_id   uuid,
    address    text,
    user_agent text,
    request_id text,
    details    jsonb       NOT NULL,
    at         timestamptz NOT NULL
);

CREATE INDEX audit_entry_at ON audit_entry (at DESC, id DESC);
CREATE INDEX audit_entry_user ON audit_entry (user_id, at DESC, id DESC);
CREATE INDEX audit_entry_type ON audit_entry (type, at DESC, id DESC);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit log is only ever appended to';
END
$$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
