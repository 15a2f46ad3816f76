CREATE INDEX task_labelled ON task (id) WHERE deleted_at IS NULL AND labels <> '{}';
