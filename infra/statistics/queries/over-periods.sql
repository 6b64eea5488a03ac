-- How did the wholes of a definition go, from period to period, by the latest edition of each?
WITH own AS (
  SELECT period, edition, measure, value
  FROM figures
  WHERE controller = :controller
    AND definition = :definition
    AND period BETWEEN :from AND :to
    AND division IS NULL
),
latest AS (
  SELECT period AS latest_of, max(edition) AS number FROM own GROUP BY period
)
SELECT period, measure, value
FROM own JOIN latest ON own.period = latest.latest_of AND own.edition = latest.number
ORDER BY measure, period
