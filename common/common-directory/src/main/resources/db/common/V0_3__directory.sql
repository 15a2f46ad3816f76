-- Copies kept by events; their owners are the gateway and channel-service.
CREATE TABLE directory_person (
    id         uuid    PRIMARY KEY,
    email      text    NOT NULL,
    name       text    NOT NULL,
    role       text    NOT NULL,
    department text,
    job_title  text,
    manager_id uuid,
    timezone   text,
    locale     text,
    active     boolean NOT NULL,
    version    bigint  NOT NULL
);

CREATE INDEX directory_person_department ON directory_person (department) WHERE active;

CREATE TABLE directory_channel (
    id         uuid   PRIMARY KEY,
    name       text,
    type       text   NOT NULL,
    privacy    text   NOT NULL,
    status     text   NOT NULL,
    department text,
    created_by uuid,
    version    bigint NOT NULL
);

CREATE TABLE directory_member (
    channel_id uuid NOT NULL,
    user_id    uuid NOT NULL,
    role       text NOT NULL,
    PRIMARY KEY (channel_id, user_id)
);

CREATE INDEX directory_member_user ON directory_member (user_id, channel_id);
