-- What was done for somebody else, as a deputy?
SELECT user_id, max(user_name) AS user_name, deputy_for, min(event_time) AS first_time, max(event_time) AS last_time, count(DISTINCT event_id) AS lines, count(DISTINCT client) AS clients
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND deputy_for IS NOT NULL
GROUP BY user_id, deputy_for
ORDER BY user_id, deputy_for
