-- In which language something was said and what the speaker was looking at: an answer is understood as its question was.
ALTER TABLE command
    ADD COLUMN locale     text,
    ADD COLUMN channel_id text,
    ADD COLUMN task_id    text;
