INSERT INTO message.message (id, channel_id, sequence, sender_id, content, reply_count, priority, mentioned_user_ids,
    created_at, version)
SELECT uuidv7(age), c.id, 1 + (i - 1) / :channels, p.id,
    fill.word('{I have sent,We should discuss,Please look at,Who has seen,Nobody answered about,Thanks for,I moved,Let us postpone,Here is,Has anyone checked}'::text[], i * 7)
        || ' the ' ||
    fill.word('{quarterly,annual,new,old,internal,external,first,final,revised,missing,regional,global,legal,technical,financial,weekly,urgent,open,draft}'::text[], i / 3)
        || ' ' ||
    fill.word('{budget,contract,report,catalogue,brochure,invoice,forecast,agreement,offer,checklist,handbook,survey,inventory,newsletter,dashboard,interview,proposal,strategy,workshop,prototype}'::text[], i / 11)
        || ', case ' || i || fill.word('{.,!," before Friday."," when you have time.","?"}'::text[], i),
    0, 'MEDIUM', '{}', now() + age, 0
FROM generate_series(:from::bigint, :to::bigint) i
JOIN fill.channel c ON c.n = 1 + (i - 1) % :channels
JOIN fill.person p ON p.n = 1 + (1 + (i - 1) % :channels + (i % 20) * 97) % :people
CROSS JOIN LATERAL (SELECT fill.moment(i, :messages) AS age) a;
