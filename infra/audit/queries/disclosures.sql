-- What was disclosed to others, to whom, and by which provision?
SELECT event_time, user_name, client, event_name, disclosed_to, disclosure_ground, data_groups, log_index
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND disclosed_to IS NOT NULL
ORDER BY event_time, log_index
