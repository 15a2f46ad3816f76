SET LOCAL search_path = task, public;
SET LOCAL work_mem = '256MB';
SELECT recount_task_tallies();
