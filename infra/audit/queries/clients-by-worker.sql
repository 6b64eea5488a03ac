-- How many clients did each worker see?
SELECT user_id, max(user_name) AS user_name, max(post) AS post, count(DISTINCT client) AS clients, count(DISTINCT day) AS days, count(DISTINCT event_id) AS lines
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND client IS NOT NULL
  AND result = 'allowed'
GROUP BY user_id
ORDER BY clients DESC, user_id
