-- Who was refused what, and how often?
SELECT user_id, max(user_name) AS user_name, action, code, count(DISTINCT event_id) AS lines, count(DISTINCT client) AS clients
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND result = 'refused'
GROUP BY user_id, action, code
ORDER BY lines DESC, user_id, action, code
