-- What a conversation remembers between two sentences, as JSON of the language module.
CREATE TABLE conversation (
    id         uuid        PRIMARY KEY,
    user_id    uuid        NOT NULL,
    dialogue   text        NOT NULL,
    updated_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);

-- Everything that was said and what became of it. A command that executes is held by the process named in lease_owner;
-- when that process is gone, the lease runs out and another one takes over.
CREATE TABLE command (
    id                uuid        PRIMARY KEY,
    user_id           uuid        NOT NULL,
    conversation_id   uuid        NOT NULL REFERENCES conversation,
    transcript        text        NOT NULL,
    dry_run           boolean     NOT NULL,
    status            text        NOT NULL,
    phase             text        NOT NULL,
    reply             text,
    suggestion        text,
    clarification     text,
    confirmation      text,
    settles_id        uuid,
    recognition_ms    bigint,
    interpretation_ms bigint,
    execution_ms      bigint,
    total_ms          bigint,
    created_at        timestamptz NOT NULL,
    ended_at          timestamptz,
    undoable_until    timestamptz,
    credential        text,
    traceparent       text,
    lease_owner       uuid,
    lease_until       timestamptz,
    attempts          int         NOT NULL,
    suspended_at      timestamptz,
    steps             int         NOT NULL,
    version           bigint      NOT NULL
);

CREATE INDEX command_history ON command (user_id, id DESC);
CREATE INDEX command_conversation ON command (conversation_id, id DESC);
CREATE INDEX command_unfinished ON command (lease_until) WHERE status = 'EXECUTING';
CREATE INDEX command_waiting ON command (created_at) WHERE status IN ('AWAITING_CONFIRMATION', 'AWAITING_CLARIFICATION');
CREATE INDEX command_created_at ON command (created_at);

-- The steps of a plan. Effects are what undoing needs: written before the step is called, completed after.
CREATE TABLE command_action (
    id         uuid   PRIMARY KEY,
    command_id uuid   NOT NULL REFERENCES command ON DELETE CASCADE,
    position   int    NOT NULL,
    name       text   NOT NULL,
    planned    text   NOT NULL,
    status     text   NOT NULL,
    result     text,
    error      text,
    effects    text   NOT NULL,
    spoken     text,
    data       text,
    version    bigint NOT NULL
);

CREATE INDEX command_action_command ON command_action (command_id, position);
