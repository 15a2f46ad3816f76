-- Programs are few among many people.
CREATE INDEX person_kind ON person (kind, sort_key, id) WHERE active;
CREATE INDEX session_live_tokens_of_user ON session (user_id, id DESC)
    WHERE kind = 'API_TOKEN' AND revoked_at IS NULL;
