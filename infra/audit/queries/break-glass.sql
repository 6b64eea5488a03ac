-- What was seen without a tie, by whom, and where does the reason stand?
SELECT event_time, user_name, post, unit, client, event_name, data_groups, reason_id, reason_code, result, log_index
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND basis = 'breakGlass'
ORDER BY event_time, log_index
