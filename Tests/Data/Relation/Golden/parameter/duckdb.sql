SELECT * FROM (
  SELECT "id" FROM "activity" AS "t"
  WHERE (("partner" = CAST(? AS VARCHAR)) AND ("year" > CAST(? AS BIGINT)))
) AS "t"
ORDER BY "id" ASC NULLS LAST;
