-- Whose data did this worker use, and on what ground?
SELECT event_time, client, event_name, data_groups, basis, legal_ground, result, code, log_index
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND user_id = :worker
ORDER BY event_time DESC, log_index DESC, client
