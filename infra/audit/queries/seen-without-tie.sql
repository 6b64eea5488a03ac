-- Which client data was seen on a ground that is no work with the client?
SELECT user_id, max(user_name) AS user_name, basis, legal_ground, action, count(DISTINCT event_id) AS lines, count(DISTINCT client) AS clients
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
  AND client IS NOT NULL
  AND result = 'allowed'
  AND basis IN ('none', 'administration', 'supervision')
GROUP BY user_id, basis, legal_ground, action
ORDER BY lines DESC, user_id, action, basis, legal_ground
