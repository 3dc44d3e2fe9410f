SELECT * FROM (
  SELECT "year", count(*) AS "activities", count("amount") AS "valued", count(DISTINCT "partner") AS "partners", CAST(sum("amount") AS DECIMAL(38,2)) AS "total", min("amount") AS "least", max("id") AS "greatest" FROM "activity" AS "t"
  GROUP BY "year"
) AS "t"
ORDER BY "year" ASC NULLS LAST;
