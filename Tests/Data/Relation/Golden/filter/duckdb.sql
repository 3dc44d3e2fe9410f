SELECT * FROM (
  SELECT "id" FROM "activity" AS "t"
  WHERE ("year" >= CAST(2023 AS BIGINT))
) AS "t"
ORDER BY "id" ASC NULLS LAST;
