-- How many lines are there, by what became of the request?
SELECT result, read_only, count(DISTINCT event_id) AS lines, count(DISTINCT client) AS clients, count(DISTINCT user_id) AS workers
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
GROUP BY result, read_only
ORDER BY result, read_only
