-- Comments can be edited by their authors and deleted; the row of a deleted one stays, its text does not.
ALTER TABLE task_comment
    ADD COLUMN edited_at  timestamptz,
    ADD COLUMN deleted_at timestamptz,
    ADD COLUMN version    bigint NOT NULL DEFAULT 0;

DROP INDEX task_comment_task;
CREATE INDEX task_comment_task ON task_comment (task_id, id) WHERE deleted_at IS NULL;
