INSERT INTO message.channel_sequence (channel_id, last_sequence)
SELECT c.id, (SELECT max(sequence) FROM message.message m WHERE m.channel_id = c.id) FROM fill.channel c
WHERE EXISTS (SELECT FROM message.message m WHERE m.channel_id = c.id)
ON CONFLICT (channel_id) DO NOTHING;
