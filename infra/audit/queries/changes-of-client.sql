-- What was changed in the data of this client, and by whom?
SELECT event_time, user_name, post, event_name, resources, changed_fields, basis, log_index
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND client = :client
  AND NOT read_only
  AND result = 'allowed'
ORDER BY event_time, log_index
