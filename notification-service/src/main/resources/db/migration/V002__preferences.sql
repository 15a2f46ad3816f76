CREATE TABLE preferences (
    user_id uuid   PRIMARY KEY,
    muted   text[] NOT NULL,
    version bigint NOT NULL
);
