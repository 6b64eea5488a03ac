-- Who used data at night, or on a day that is no working day?
SELECT user_id, max(user_name) AS user_name, max(post) AS post, basis, count(DISTINCT event_id) AS lines, count(DISTINCT client) AS clients
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND client IS NOT NULL
  AND (NOT working_day OR local_hour < 6 OR local_hour >= 20)
GROUP BY user_id, basis
ORDER BY lines DESC, user_id, basis
