SELECT * FROM (
  SELECT "l"."id", "l"."partner", "r"."name" FROM (
    SELECT "id", "partner" FROM "activity" AS "t"
  ) AS "l"
  LEFT JOIN (
    SELECT * FROM "partner" AS "t"
    WHERE ("name" <> 'Ghana')
  ) AS "r" ON ("l"."partner" = "r"."code")
) AS "t"
ORDER BY "id" ASC NULLS LAST;
