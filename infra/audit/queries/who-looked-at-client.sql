-- Who used the data of this client, and on what ground?
SELECT event_time, user_name, post, unit, event_name, data_groups, basis, basis_reference, legal_ground, result, code, log_index
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND client = :client
ORDER BY event_time DESC, log_index DESC
