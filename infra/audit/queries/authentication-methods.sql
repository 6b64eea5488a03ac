-- How were sessions authenticated?
SELECT authentication_method, count(DISTINCT event_id) AS lines, count(DISTINCT user_id) AS workers
FROM access_log
WHERE controller = :controller
  AND day BETWEEN :from AND :to
GROUP BY authentication_method
ORDER BY lines DESC, authentication_method
