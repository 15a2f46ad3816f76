INSERT INTO fill.channel (n, id, name, created_by)
SELECT k, uuidv7(),
    fill.word('{Amber,Atlas,Aurora,Bamboo,Beacon,Cedar,Cobalt,Comet,Coral,Delta,Ember,Falcon,Granite,Harbor,Indigo,Jade,Juniper,Lagoon,Lotus,Maple,Meteor,Nimbus,Onyx,Orchid,Phoenix,Quartz,Raven,Saffron,Summit,Willow}'::text[], k)
        || ' ' ||
    fill.word('{launch,migration,audit,roadmap,rollout,pilot,review,campaign,integration,training,onboarding,renewal,expansion,research,support,planning,analytics,compliance,hiring,partners}'::text[], k / 30)
        || CASE WHEN k > 600 THEN ' ' || k / 600 + 1 ELSE '' END,
    p.id
FROM generate_series(1, :channels) k JOIN fill.person p ON p.n = 1 + k % :people;

INSERT INTO channel.channel (id, name, description, type, privacy, status, created_by, member_count, created_at,
    updated_at, last_activity_at, version)
SELECT id, name, '', 'PROJECT', CASE WHEN n % 4 = 0 THEN 'PRIVATE' ELSE 'PUBLIC' END, 'ACTIVE', created_by, 0, now(),
    now(), now() - make_interval(mins => n), 0
FROM fill.channel;

-- Twenty people each, and everybody's own channel is among them.
INSERT INTO channel.channel_member (id, channel_id, user_id, role, joined_at, version)
SELECT uuidv7(), c.id, p.id, CASE WHEN p.id = c.created_by THEN 'OWNER' ELSE 'MEMBER' END, now(), 0
FROM fill.channel c, generate_series(0, least(20, :people) - 1) k JOIN fill.person p ON true
WHERE p.n = 1 + (c.n + k * 97) % :people
ON CONFLICT DO NOTHING;

UPDATE channel.channel c SET member_count = m.members
FROM (SELECT channel_id, count(*) members FROM channel.channel_member
      WHERE channel_id IN (SELECT id FROM fill.channel) GROUP BY channel_id) m
WHERE m.channel_id = c.id;
