-- On what grounds was data used?
SELECT basis, legal_ground, count(DISTINCT event_id) AS lines, count(DISTINCT client) AS clients, count(DISTINCT user_id) AS workers
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND result = 'allowed'
GROUP BY basis, legal_ground
ORDER BY lines DESC, basis, legal_ground
