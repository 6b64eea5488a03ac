-- How did the violations that are planted each day end?
SELECT day, event_time, resources, log_index
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND event_name = 'PlantingsJudged'
ORDER BY event_time, log_index
