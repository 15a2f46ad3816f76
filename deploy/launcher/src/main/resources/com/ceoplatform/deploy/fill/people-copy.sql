INSERT INTO :schema.directory_person (id, email, name, role, department, job_title, manager_id, timezone, locale, active,
    version)
SELECT id, email, name, lower(role), department, job_title, manager_id, timezone, locale, active, version
FROM gateway.person WHERE id IN (SELECT id FROM fill.person);
