-- What does the latest edition of a period say?
WITH own AS (
  SELECT edition, measure, division, part, value
  FROM figures
  WHERE controller = :controller
    AND definition = :definition
    AND period = :period
),
latest AS (
  SELECT max(edition) AS number FROM own
)
SELECT edition, measure, division, part, value
FROM own JOIN latest ON own.edition = latest.number
ORDER BY measure, division, part
