-- Who sees few tasks must not walk all of them: every part of the rule of visibility has an index of its own.
CREATE INDEX task_assignees ON task USING gin (assignee_ids) WHERE deleted_at IS NULL AND assignee_ids <> '{}';
