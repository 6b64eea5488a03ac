-- Who searched, and how many clients did the searches name?
SELECT user_id, max(user_name) AS user_name, action, count(DISTINCT event_id) AS lines, count(DISTINCT client) AS clients
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND action LIKE '%.search%'
GROUP BY user_id, action
ORDER BY lines DESC, user_id, action
