SELECT * FROM (
  SELECT DISTINCT * FROM (
    SELECT "year" FROM "activity" AS "t"
  ) AS "t"
) AS "t"
ORDER BY "year" ASC NULLS LAST;
