-- Who is told of the replies in a thread; following is false for those who want to hear nothing of it.
CREATE TABLE thread_follower (
    root_id   uuid        NOT NULL,
    user_id   uuid        NOT NULL,
    following boolean     NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (root_id, user_id)
);
CREATE INDEX thread_follower_user ON thread_follower (user_id, root_id DESC) WHERE following;

-- Who began a thread or replied in one before.
INSERT INTO thread_follower (root_id, user_id, following, since)
SELECT m.thread_root_id, m.sender_id, true, min(m.created_at)
FROM message m WHERE m.thread_root_id IS NOT NULL AND m.type = 'TEXT' GROUP BY m.thread_root_id, m.sender_id
UNION
SELECT root.id, root.sender_id, true, root.created_at
FROM message root WHERE root.reply_count > 0 AND root.type = 'TEXT'
ON CONFLICT DO NOTHING;
