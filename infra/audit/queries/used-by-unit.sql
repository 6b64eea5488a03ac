-- How much did each worker of this unit use, and on what ground?
SELECT user_id, max(user_name) AS user_name, basis, result, count(DISTINCT event_id) AS lines, count(DISTINCT client) AS clients
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND unit = :unit
GROUP BY user_id, basis, result
ORDER BY user_name, user_id, basis, result
