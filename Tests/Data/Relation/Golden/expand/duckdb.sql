SELECT * FROM (
  SELECT *, unnest(generate_series("year", CAST(2022 AS BIGINT))) AS "n" FROM (
    SELECT "id", "year" FROM "activity" AS "t"
  ) AS "t"
  WHERE "year" <= CAST(2022 AS BIGINT)
) AS "t"
ORDER BY "n" ASC NULLS LAST, "id" ASC NULLS LAST;
