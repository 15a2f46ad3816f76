INSERT INTO :schema.directory_channel (id, name, type, privacy, status, created_by, version)
SELECT id, name, lower(type), lower(privacy), lower(status), created_by, version
FROM channel.channel WHERE id IN (SELECT id FROM fill.channel);

INSERT INTO :schema.directory_member (channel_id, user_id, role)
SELECT channel_id, user_id, lower(role) FROM channel.channel_member WHERE channel_id IN (SELECT id FROM fill.channel);
