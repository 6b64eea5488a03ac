-- Who read the access log itself?
SELECT event_time, user_name, post, event_name, client, result, code, log_index
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND action LIKE 'accessLog.%'
ORDER BY event_time, log_index
