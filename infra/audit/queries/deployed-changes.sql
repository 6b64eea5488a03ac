-- On which days did other code run, or other policies hold, than the day before?
SELECT day, event_time, changed_fields, log_index
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND event_name = 'DeployedRecorded'
  AND changed_fields <> ''
ORDER BY event_time, log_index
