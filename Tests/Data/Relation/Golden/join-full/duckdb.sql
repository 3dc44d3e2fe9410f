SELECT * FROM (
  SELECT "l"."id", coalesce("l"."partner", "r"."code") AS "partner", "r"."name" FROM (
    SELECT "id", "partner" FROM "activity" AS "t"
  ) AS "l"
  FULL OUTER JOIN (
    SELECT * FROM "partner" AS "t"
    WHERE ("name" <> 'Ghana')
  ) AS "r" ON ("l"."partner" = "r"."code")
) AS "t"
ORDER BY "id" ASC NULLS LAST, "name" ASC NULLS LAST;
