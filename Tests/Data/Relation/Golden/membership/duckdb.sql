SELECT * FROM (
  SELECT "id" FROM "activity" AS "t"
  WHERE ("id" IN ('A''5\', 'A3', 'x'))
) AS "t"
ORDER BY "id" ASC NULLS LAST;
