-- What did operators do by command?
SELECT event_time, user_name, event_name, action, client, result, log_index
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND authentication_method = 'operator'
ORDER BY event_time, log_index, client
