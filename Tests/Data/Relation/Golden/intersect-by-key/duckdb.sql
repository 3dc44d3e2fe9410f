SELECT * FROM (
  SELECT "id" FROM (
    SELECT * FROM (
      SELECT "id", "partner" FROM "activity" AS "t"
    ) AS "l"
    WHERE EXISTS (SELECT 1 FROM "partner" AS "r" WHERE ("l"."partner" IS NOT DISTINCT FROM "r"."code"))
  ) AS "t"
) AS "t"
ORDER BY "id" ASC NULLS LAST;
