-- What failed, and how often?
SELECT action, code, count(DISTINCT event_id) AS lines, min(event_time) AS first_time, max(event_time) AS last_time
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND result = 'failed'
GROUP BY action, code
ORDER BY lines DESC, action, code
