-- What became different from one edition of a period to the next?
WITH own AS (
  SELECT edition, measure, coalesce(division, '') AS division, coalesce(part, '') AS part, value
  FROM figures
  WHERE controller = :controller
    AND definition = :definition
    AND period = :period
),
editions AS (
  SELECT DISTINCT edition FROM own
),
names AS (
  SELECT DISTINCT measure, division, part FROM own
)
SELECT editions.edition, names.measure, names.division, names.part,
  coalesce(earlier.value, 0) AS before, coalesce(later.value, 0) AS after
FROM editions JOIN names ON editions.edition > 1
  LEFT JOIN own AS earlier
    ON earlier.edition = editions.edition - 1 AND earlier.measure = names.measure
      AND earlier.division = names.division AND earlier.part = names.part
  LEFT JOIN own AS later
    ON later.edition = editions.edition AND later.measure = names.measure
      AND later.division = names.division AND later.part = names.part
WHERE coalesce(earlier.value, 0) <> coalesce(later.value, 0)
ORDER BY editions.edition, names.measure, names.division, names.part
