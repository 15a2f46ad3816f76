-- Row by row the triggers would take longer than all the rest; what they keep is written here.
SET LOCAL session_replication_role = replica;

-- Divisors differ, so that states, channels, people and words are independent of each other.
WITH made AS (
INSERT INTO task.task (id, title, description, status, priority, assignee_ids, watcher_ids, labels, due_at, channel_id,
    created_by, completed_at, created_at, updated_at, version)
SELECT uuidv7(age),
    fill.word('{Prepare,Review,Draft,Finish,Check,Update,Plan,Test,Translate,Design,Order,Archive,Compare,Estimate,Negotiate,Present,Publish,Repair,Schedule,Summarise}'::text[], i)
        || ' the ' ||
    fill.word('{quarterly,annual,new,old,internal,external,first,final,revised,missing,regional,global,legal,technical,financial,weekly,urgent,open,draft}'::text[], i / 20)
        || ' ' ||
    fill.word('{budget,contract,report,catalogue,brochure,invoice,forecast,agreement,offer,checklist,handbook,survey,inventory,landing page,press release,security audit,training plan,supplier list,price list,site map,test plan,migration,roadmap,newsletter,dashboard,interview,proposal,strategy,workshop,prototype}'::text[], i / 380)
        || ' for ' || c.name || ' no. ' || i,
    CASE WHEN i % 3 = 0 THEN 'What was agreed in the meeting of week ' || i % 52 || ' applies; ask '
        || p.name || ' about the details.' END,
    status, (ARRAY ['LOW', 'MEDIUM', 'MEDIUM', 'HIGH', 'URGENT', 'MEDIUM', 'CRITICAL'])[1 + i % 7],
    CASE WHEN i % 10 = 9 THEN ARRAY [p.id, q.id] WHEN i % 10 = 8 THEN '{}' ELSE ARRAY [p.id] END, '{}',
    CASE WHEN i % 6 = 0 THEN ARRAY ['label-' || i % 40] ELSE '{}' END,
    CASE WHEN i % 5 <> 0 THEN now() + age + make_interval(days => (i % 60)::int) END,
    CASE WHEN i % 2 = 0 THEN c.id END, q.id,
    CASE WHEN status = 'COMPLETED' THEN now() + age END, now() + age, now() + age, 0
FROM generate_series(:from::bigint, :to::bigint) i
JOIN fill.person p ON p.n = 1 + (i * 31) % :people
JOIN fill.person q ON q.n = 1 + (i * 17 + 5) % :people
JOIN fill.channel c ON c.n = 1 + (i * 13 + i / 1000) % :channels
CROSS JOIN LATERAL (SELECT fill.moment(i, :tasks) AS age,
    CASE WHEN i > :tasks * 0.9 OR i % 10 = 0
        THEN (ARRAY ['PENDING', 'IN_PROGRESS', 'REVIEW', 'ON_HOLD'])[1 + i / 10 % 4]
        WHEN i % 25 = 1 THEN 'CANCELLED' ELSE 'COMPLETED' END AS status) s
RETURNING id, status, assignee_ids)
INSERT INTO task.task_assignee (user_id, status, task_id)
SELECT DISTINCT assignee, status, id FROM made, unnest(assignee_ids) assignee;
